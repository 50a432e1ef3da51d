package dev.bellwether.health.simulation;

import dev.bellwether.contracts.Band;
import dev.bellwether.contracts.Fact;
import dev.bellwether.contracts.FlagKind;
import dev.bellwether.contracts.Severity;
import java.time.LocalDate;
import java.util.Collection;
import java.util.EnumMap;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Function;

/** What has a memory: the band and the open flags. */
record Standing(Band band, Map<FlagKind, Open> flags) {

    /** An open flag. */
    record Open(Severity severity, LocalDate raisedOn) {}

    static Standing fresh() {
        return new Standing(Band.UNKNOWN, Map.of());
    }

    /** The band of every day up to the last, looked at one after the other since the account's first fact. */
    static SortedMap<LocalDate, Band> bands(Collection<? extends Fact> facts, LocalDate last, Premises premises) {
        SortedMap<LocalDate, Band> bands = new TreeMap<>();
        LocalDate first = KnownFacts.of(facts, last, premises).firstDay();
        Band band = Band.UNKNOWN;
        for (LocalDate day = first; day != null && !day.isAfter(last); day = day.plusDays(1)) {
            band = Reading.of(facts, day, premises).band(band);
            bands.put(day, band);
        }
        return bands;
    }

    /** The next standing: a function of this one, what the book says of the day, and what it says now of earlier days. */
    Standing next(Reading reading, Function<LocalDate, Reading> earlier) {
        Band next = reading.band(band);
        FlagsByTheBook book = new FlagsByTheBook(reading, next, earlier);
        Map<FlagKind, Open> open = new EnumMap<>(FlagKind.class);
        for (FlagKind kind : FlagKind.values()) {
            Open one = book.next(kind, flags.get(kind));
            if (one != null) {
                open.put(kind, one);
            }
        }
        return new Standing(next, open);
    }
}
