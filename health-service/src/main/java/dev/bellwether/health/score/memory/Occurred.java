package dev.bellwether.health.score.memory;

import dev.bellwether.contracts.Event;
import dev.bellwether.contracts.Fact;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/** Facts that never change, oldest first whatever order they came in. */
final class Occurred<F extends Fact> {

    private final BusinessDays days;
    private final List<F> oldestFirst = new ArrayList<>(0);
    private long bytes;

    Occurred(BusinessDays days) {
        this.days = days;
    }

    /** Adds one that is not among them. */
    void add(F fact) {
        oldestFirst.add(-Collections.binarySearch(oldestFirst, fact, Event.OLDEST_FIRST) - 1, fact);
        bytes += Weight.of(fact);
    }

    /** What they take of memory; an estimate. */
    long bytes() {
        return bytes;
    }

    List<F> asOf(long day) {
        return oldestFirst.stream()
                .filter(fact -> days.dayOf(fact.occurredAt()) <= day)
                .toList();
    }
}
