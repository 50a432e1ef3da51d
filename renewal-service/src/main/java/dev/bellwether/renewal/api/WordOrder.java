package dev.bellwether.renewal.api;

import dev.bellwether.contracts.ContractChanged;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Collection;

/** Sees that what a person says now is the newest word, though a source's clock may run ahead. */
final class WordOrder {

    private WordOrder() {}

    /**
     * The instant of a new version: now, unless one is known that is not older.
     *
     * @param now to the microsecond
     */
    static Instant after(Collection<ContractChanged> known, Instant now) {
        return known.stream()
                .map(ContractChanged::occurredAt)
                .max(Instant::compareTo)
                .map(newest -> newest.truncatedTo(ChronoUnit.MICROS).plus(1, ChronoUnit.MICROS))
                .filter(now::isBefore)
                .orElse(now);
    }
}
