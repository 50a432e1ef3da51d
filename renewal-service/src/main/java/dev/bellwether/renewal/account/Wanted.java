package dev.bellwether.renewal.account;

import dev.bellwether.renewal.term.Status;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Which contracts a list is to show; null asks for all.
 *
 * @param owner e-mail, whatever its case
 * @param within most days from today, as each account counts its days, to the decision date, which is not past
 * @param now when that is asked
 * @param after where the page before ended
 * @param limit most lines, 1 or more
 */
public record Wanted(
        @Nullable String owner,
        @Nullable Status status,
        @Nullable Integer within,
        Instant now,
        ListedContract.@Nullable Place after,
        int limit) {}
