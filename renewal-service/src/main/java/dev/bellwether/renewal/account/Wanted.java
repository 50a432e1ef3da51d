package dev.bellwether.renewal.account;

import dev.bellwether.renewal.term.Status;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * Which contracts a list is to show; null asks for all.
 *
 * @param owner e-mail, whatever its case
 * @param decisionFrom first decision date, with {@code decisionTo} as last
 * @param after where the page before ended
 * @param limit most lines, 1 or more
 */
public record Wanted(
        @Nullable String owner,
        @Nullable Status status,
        @Nullable LocalDate decisionFrom,
        @Nullable LocalDate decisionTo,
        ListedContract.@Nullable Place after,
        int limit) {}
