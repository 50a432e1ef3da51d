package dev.bellwether.health.score.memory;

import dev.bellwether.contracts.UserDescribed;
import it.unimi.dsi.fastutil.longs.LongOpenHashSet;
import it.unimi.dsi.fastutil.longs.LongSet;
import it.unimi.dsi.fastutil.longs.LongSets;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** The users of an account; only the few whom any version singled out are looked at as of a day, however many there are. */
final class People {

    private final Settings settings;
    private final Versions<UserDescribed, Person> all;
    private final Set<String> everSingledOut = new HashSet<>();
    private final LongSet everInternal = new LongOpenHashSet(0);

    People(Settings settings) {
        this.settings = settings;
        this.all = new Versions<>(settings.days(), new Person.Folding(settings.days()));
    }

    void add(UserDescribed version) {
        boolean internal = isInternal(version);
        if (internal) {
            everInternal.add(Hash64.of(version.userId()));
        }
        if (internal || Boolean.TRUE.equals(version.champion())) {
            everSingledOut.add(version.userId());
        }
        all.add(version);
    }

    private boolean isInternal(UserDescribed version) {
        return Boolean.TRUE.equals(version.internal()) || settings.isInternal(version.email());
    }

    /** Whether by this version somebody is internal who never was before. */
    boolean isFirstInternal(UserDescribed version) {
        return isInternal(version) && !everInternal.contains(Hash64.of(version.userId()));
    }

    /** What the versions take of memory; an estimate. */
    long bytes() {
        return all.bytes();
    }

    List<Person> singledOut(long day) {
        return all.of(everSingledOut, day);
    }

    List<Person> champions(List<Person> singledOut) {
        return singledOut.stream()
                .filter(Person::champion)
                .sorted((one, other) -> one.userId().compareTo(other.userId()))
                .toList();
    }

    /** Keys of all who are internal by any version, as it grows. */
    LongSet everInternal() {
        return LongSets.unmodifiable(everInternal);
    }

    LongSet internal(List<Person> singledOut) {
        LongSet keys = new LongOpenHashSet();
        for (Person person : singledOut) {
            if (person.internal() || settings.isInternal(person.email())) {
                keys.add(Hash64.of(person.userId()));
            }
        }
        return keys;
    }
}
