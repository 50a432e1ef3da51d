package dev.bellwether.renewal.ledger;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import org.jspecify.annotations.Nullable;

/**
 * A question to the ledger; null asks for all.
 *
 * @param from first day of the period
 * @param to last day of the period, not before the first
 * @param knownAt what was heard later is left out; null for all that is known now
 * @param by what the answer is grouped by
 * @param zone whose days tell who owned an account at the closing
 * @param group only accounts of that group
 * @param confinedTo only accounts that this owner has now
 */
public record Asked(
        LocalDate from,
        LocalDate to,
        @Nullable Instant knownAt,
        Grouping by,
        ZoneId zone,
        @Nullable String group,
        @Nullable String currency,
        @Nullable String confinedTo) {

    /** The day whose end the period begins with. */
    public LocalDate opening() {
        return from.minusDays(1);
    }
}
