package dev.bellwether.health.score.memory;

import dev.bellwether.contracts.Event;
import dev.bellwether.contracts.Fact;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** All versions of all things of one kind, folded as of any day; the order in which they are added does not matter. */
final class Versions<F extends Fact, S> {

    private final BusinessDays days;
    private final Fold<F, S> fold;
    private final Map<String, Thing> things = new HashMap<>();
    private long bytes;

    Versions(BusinessDays days, Fold<F, S> fold) {
        this.days = days;
        this.fold = fold;
    }

    /** Adds one that is not among them. */
    void add(F version) {
        things.computeIfAbsent(fold.idOf(version), Thing::new).add(version);
    }

    /** What they take of memory; an estimate. */
    long bytes() {
        return bytes;
    }

    List<S> of(Collection<String> ids, long day) {
        return ids.stream()
                .flatMap(id -> Optional.ofNullable(things.get(id)).stream())
                .flatMap(thing -> thing.asOf(day).stream())
                .toList();
    }

    List<S> asOf(long day) {
        return things.values().stream()
                .flatMap(thing -> thing.asOf(day).stream())
                .toList();
    }

    private final class Thing {

        private final String id;
        private final List<F> oldestFirst = new ArrayList<>(1);
        // what all versions say; asked for far more often than the past
        private @Nullable S latest;

        Thing(String id) {
            this.id = id;
        }

        void add(F version) {
            int at = -Collections.binarySearch(oldestFirst, version, Event.OLDEST_FIRST) - 1;
            long day = days.dayOf(version.occurredAt());
            for (int i = at; i < oldestFirst.size() && isOn(day, i); i++) {
                if (fold.hides(oldestFirst.get(i), version)) {
                    return;
                }
            }
            oldestFirst.add(at, version);
            bytes += Weight.of(version);
            for (int i = at - 1; i >= 0 && isOn(day, i); i--) {
                if (fold.hides(version, oldestFirst.get(i))) {
                    bytes -= Weight.of(oldestFirst.remove(i));
                }
            }
            latest = null;
        }

        Optional<S> asOf(long day) {
            if (days.dayOf(oldestFirst.getLast().occurredAt()) <= day) {
                S known = Objects.requireNonNullElseGet(latest, () -> fold.fold(id, oldestFirst));
                latest = known;
                return Optional.of(known);
            }
            List<F> byThen = oldestFirst.stream()
                    .filter(version -> days.dayOf(version.occurredAt()) <= day)
                    .toList();
            return byThen.isEmpty() ? Optional.empty() : Optional.of(fold.fold(id, byThen));
        }

        private boolean isOn(long day, int i) {
            return days.dayOf(oldestFirst.get(i).occurredAt()) == day;
        }
    }
}
