package dev.bellwether.health.store;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * A flag, open or cleared.
 *
 * @param changedAt when it became what it is here: was raised, more severe or cleared
 * @param score the account's score when it was raised
 * @param evidence its JSON
 */
public record FlagRow(
        String flagId,
        String accountId,
        String kind,
        String severity,
        LocalDate raisedOn,
        Instant raisedAt,
        Instant changedAt,
        String sentence,
        String evidence,
        @Nullable BigDecimal score,
        @Nullable Instant clearedAt) {}
