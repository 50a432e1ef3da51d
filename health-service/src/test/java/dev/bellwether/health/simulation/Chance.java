package dev.bellwether.health.simulation;

import dev.bellwether.contracts.Occurrence;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Random;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Everything about a made-up company that is left to chance, by one seed. */
final class Chance {

    private final Random random;
    private final String account;
    private final ZoneId zone;
    private final Instant latest;
    private int made;

    /**
     * @param latest nothing occurs after it
     */
    Chance(long seed, String account, ZoneId zone, Instant latest) {
        this.random = new Random(seed);
        this.account = account;
        this.zone = zone;
        this.latest = latest;
    }

    int below(int bound) {
        return random.nextInt(bound);
    }

    int between(int least, int most) {
        return least + random.nextInt(most - least + 1);
    }

    boolean oneIn(int cases) {
        return random.nextInt(cases) == 0;
    }

    <T> T oneOf(List<T> values) {
        return values.get(random.nextInt(values.size()));
    }

    <T> @Nullable T maybe(Supplier<T> value) {
        return random.nextInt(3) == 0 ? null : value.get();
    }

    /** Something occurs on that day: often at its very edges or at noon, so that instants tie and days are nearly missed. */
    Occurrence on(LocalDate day) {
        Instant start = day.atStartOfDay(zone).toInstant();
        Instant end = day.plusDays(1).atStartOfDay(zone).toInstant();
        return at(
                switch (below(8)) {
                    case 0 -> start;
                    case 1 -> end.minusMillis(1);
                    case 2, 3 -> day.atTime(12, 0).atZone(zone).toInstant();
                    default -> start.plusSeconds(below(23 * 3_600));
                });
    }

    /** Ids are not in the order of time. */
    Occurrence at(Instant instant) {
        String id = "%05d-%s".formatted((made * 7_919L + 13) % 99_991, made++);
        return new Occurrence(id, account, instant.isAfter(latest) ? latest : instant);
    }

    ZoneId zone() {
        return zone;
    }

    Random random() {
        return random;
    }
}
