package dev.bellwether.health.score.figure;

import dev.bellwether.health.score.memory.AccountMemory;
import dev.bellwether.health.score.memory.Hash64;
import dev.bellwether.health.score.memory.Known;
import dev.bellwether.health.score.memory.Person;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.OptionalLong;

/**
 * A champion who was deactivated and has not been active again, or has not used the product for at least 14 days. Their own
 * use counts, whether or not they are internal.
 *
 * @param daysSilent days since the last use; for one who never used it, since the day on which they were first described
 * @param deactivated whether that is the reason
 */
public record SilentChampion(Person person, int daysSilent, boolean deactivated) {

    private static final int SILENT_AFTER_DAYS = 14;

    static List<SilentChampion> asOf(AccountMemory memory, Known known) {
        long day = known.day().toEpochDay();
        // an account nobody uses at all tells nothing of its champions; internal users are nobody here
        boolean inUse = memory.users().lastDay(day, known.internal()).isPresent();
        return known.champions().stream()
                .map(person -> of(person, memory, day))
                .filter(champion -> champion.deactivated || (inUse && champion.daysSilent >= SILENT_AFTER_DAYS))
                .sorted(Comparator.comparingInt(SilentChampion::daysSilent)
                        .reversed()
                        .thenComparing(champion -> champion.person.userId()))
                .toList();
    }

    private static SilentChampion of(Person person, AccountMemory memory, long day) {
        OptionalLong last = memory.users().lastDayOf(Hash64.of(person.userId()), day);
        LocalDate gone = person.deactivatedOn();
        // what was used on the day of the deactivation was used before it
        boolean deactivated = gone != null && last.orElse(Long.MIN_VALUE) <= gone.toEpochDay();
        int silent = (int) (day - last.orElse(person.knownSince().toEpochDay()));
        return new SilentChampion(person, silent, deactivated);
    }
}
