package dev.bellwether.renewal.account;

import dev.bellwether.contracts.agreed.AccountZone;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * From today to some days ahead, where today is another day in other time zones. What day it is in a zone is never asked
 * of the database: it reads {@code +10:00} the other way round, and knows other zones.
 */
record DaysAhead(Instant now, int within) {

    /** Days on the list from the first that is today anywhere to the last that lies ahead of it. */
    LocalDate first() {
        return utcDay().minusDays(1);
    }

    LocalDate last() {
        return utcDay().plusDays(within + 1L);
    }

    /** The first and last day that lie ahead everywhere: in that order, unless there are none. */
    LocalDate firstEverywhere() {
        return utcDay().plusDays(1);
    }

    LocalDate lastEverywhere() {
        return utcDay().plusDays(within - 1L);
    }

    /** The days that lie ahead in some zones only. */
    List<LocalDate> somewhere() {
        return Stream.of(first(), utcDay(), utcDay().plusDays(within), last())
                .distinct()
                .toList();
    }

    /** The zones by what day it is there. */
    Map<LocalDate, List<String>> byToday(Collection<String> zones, ZoneId unsaid) {
        return zones.stream()
                .collect(Collectors.groupingBy(
                        zone -> now.atZone(AccountZone.of(zone, unsaid)).toLocalDate(),
                        TreeMap::new,
                        Collectors.toList()));
    }

    private LocalDate utcDay() {
        return now.atZone(ZoneOffset.UTC).toLocalDate();
    }
}
