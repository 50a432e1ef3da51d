package dev.bellwether.health.score.memory;

import dev.bellwether.contracts.Fact;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/** Facts that never change, oldest first whatever order they came in. */
final class Occurred<F extends Fact> {

    private final BusinessDays days;
    private final List<F> oldestFirst = new ArrayList<>(0);

    Occurred(BusinessDays days) {
        this.days = days;
    }

    boolean add(F fact) {
        int found = Collections.binarySearch(oldestFirst, fact, Fold.OLDEST_FIRST);
        if (found >= 0) {
            return false;
        }
        oldestFirst.add(-found - 1, fact);
        return true;
    }

    /** How many there are. */
    int size() {
        return oldestFirst.size();
    }

    List<F> asOf(long day) {
        return oldestFirst.stream()
                .filter(fact -> days.dayOf(fact.occurredAt()) <= day)
                .toList();
    }
}
