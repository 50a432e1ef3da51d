package dev.bellwether.renewal.churn;

import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * What somebody said became of a term.
 *
 * @param startsOn first day of the term
 * @param cause one of the configured causes
 * @param reason in free words
 */
public record Outcome(
        String accountId,
        String contractId,
        LocalDate startsOn,
        Result result,
        @Nullable String cause,
        @Nullable String reason,
        String saidBy,
        Instant saidAt) {}
