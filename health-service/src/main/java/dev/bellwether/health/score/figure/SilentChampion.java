package dev.bellwether.health.score.figure;

import dev.bellwether.health.score.memory.AccountMemory;
import dev.bellwether.health.score.memory.Hash64;
import dev.bellwether.health.score.memory.Known;
import dev.bellwether.health.score.memory.Person;
import java.util.Comparator;
import java.util.List;
import java.util.OptionalLong;

/**
 * A champion who was deactivated or has not used the product for at least 14 days.
 *
 * @param daysSilent days since the last use; for one who never used it, since the day on which they were first described
 */
public record SilentChampion(Person person, int daysSilent) {

    private static final int SILENT_AFTER_DAYS = 14;

    static List<SilentChampion> asOf(AccountMemory memory, Known known) {
        long day = known.day().toEpochDay();
        // an account nobody uses at all tells nothing of its champions; internal users are nobody here as everywhere
        boolean inUse = memory.users().lastDay(day, known.internal()).isPresent();
        return known.champions().stream()
                .map(person -> new SilentChampion(person, silenceOf(person, memory, known)))
                .filter(champion ->
                        champion.person.deactivated() || (inUse && champion.daysSilent >= SILENT_AFTER_DAYS))
                .sorted(Comparator.comparingInt(SilentChampion::daysSilent)
                        .reversed()
                        .thenComparing(champion -> champion.person.userId()))
                .toList();
    }

    private static int silenceOf(Person person, AccountMemory memory, Known known) {
        long day = known.day().toEpochDay();
        long user = Hash64.of(person.userId());
        OptionalLong last = known.internal().contains(user)
                ? OptionalLong.empty()
                : memory.users().lastDayOf(user, day);
        return (int) (day - last.orElse(person.knownSince().toEpochDay()));
    }
}
