package dev.bellwether.health.engine;

import dev.bellwether.contracts.EventType;
import dev.bellwether.contracts.Fact;
import dev.bellwether.health.HealthMetrics;
import java.util.HashMap;
import java.util.Map;

/** How many events came to what, by type; told to the metrics once they are committed. */
final class Outcomes {

    /** What came of an event, as it is counted; closed sets. */
    private record Outcome(String type, String outcome) {}

    private static final String COUNTED = "counted";
    private static final String REPEATED = "repeated";

    private final Map<Outcome, Long> rare = new HashMap<>();
    // nearly all are usage: a number each instead of a map
    private long used;
    private long usedAgain;

    void used(boolean isNew) {
        if (isNew) {
            used++;
        } else {
            usedAgain++;
        }
    }

    void learnt(Fact fact, boolean isNew) {
        add(tag(fact), isNew ? COUNTED : REPEATED);
    }

    void ignored(Fact fact) {
        add(tag(fact), "ignored");
    }

    void tooOld(Fact fact) {
        add(tag(fact), "too_old");
    }

    void misplaced(Fact fact) {
        add(tag(fact), "misplaced");
    }

    void refused(Arrival.Reason reason) {
        switch (reason) {
            case UNREADABLE -> add("unreadable", "unreadable");
            case FUTURE -> add("unreadable", "future");
        }
    }

    void tell(HealthMetrics metrics) {
        String usage = HealthMetrics.tag(EventType.USAGE);
        if (used > 0) {
            metrics.received(usage, COUNTED, used);
        }
        if (usedAgain > 0) {
            metrics.received(usage, REPEATED, usedAgain);
        }
        rare.forEach((outcome, count) -> metrics.received(outcome.type(), outcome.outcome(), count));
    }

    private void add(String type, String outcome) {
        rare.merge(new Outcome(type, outcome), 1L, Long::sum);
    }

    private static String tag(Fact fact) {
        return HealthMetrics.tag(EventType.of(fact));
    }
}
