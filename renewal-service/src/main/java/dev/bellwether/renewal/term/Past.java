package dev.bellwether.renewal.term;

import java.time.LocalDate;
import java.util.Map;

/**
 * What was noted of a contract before.
 *
 * @param milestones that came up, and what was done with them
 * @param ends outcomes by the last day of their term
 */
public record Past(Map<Milestone, Noted> milestones, Map<LocalDate, Outcome> ends) {

    public static final Past NONE = new Past(Map.of(), Map.of());

    public Past {
        milestones = Map.copyOf(milestones);
        ends = Map.copyOf(ends);
    }

    boolean knows(End end) {
        return end.outcome() == ends.get(end.term().endsOn());
    }
}
