package dev.bellwether.health.score;

import dev.bellwether.health.score.feed.Feed;
import dev.bellwether.health.score.feed.Outages;
import dev.bellwether.health.score.figure.Figures;
import dev.bellwether.health.score.memory.AccountMemory;
import java.time.LocalDate;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/**
 * What a model looks at on a day: the day's figures, except that signals built on a silent feed keep those of the day
 * before it fell silent.
 *
 * @param figures the day's own
 * @param kept earlier figures by the feed that is frozen
 */
public record Sight(Figures figures, Map<Feed, Figures> kept) {

    public Sight {
        kept = Map.copyOf(kept);
    }

    /** The sight of a day on which every feed spoke. */
    public static Sight of(Figures figures) {
        return new Sight(figures, Map.of());
    }

    /** As of the end of a day; nothing later changes it but the outages that are found. */
    public static Sight of(AccountMemory memory, LocalDate day, Outages outages) {
        if (outages.stretches().isEmpty()) {
            return of(Figures.asOf(memory, day));
        }
        Map<LocalDate, Figures> byDay = new HashMap<>();
        Map<Feed, Figures> kept = new EnumMap<>(Feed.class);
        for (Feed feed : Feed.values()) {
            outages.keptDay(feed, day)
                    .ifPresent(earlier ->
                            kept.put(feed, byDay.computeIfAbsent(earlier, one -> Figures.asOf(memory, one))));
        }
        return new Sight(Figures.asOf(memory, day), kept);
    }

    /** The figures in which a measure is to be read. */
    Figures of(Measure measure) {
        return measure.feed().map(kept::get).orElse(figures);
    }

    /** The day of the figures that a measure keeps; empty while its feed speaks. */
    Optional<LocalDate> keptDay(Measure measure) {
        return measure.feed().map(kept::get).map(Figures::day);
    }
}
