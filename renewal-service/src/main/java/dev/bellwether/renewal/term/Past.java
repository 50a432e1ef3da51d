package dev.bellwether.renewal.term;

import java.time.LocalDate;
import java.util.Map;
import org.jspecify.annotations.Nullable;

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

    /**
     * What was done with a milestone; null while nothing was. One that was passed over because of a decision date that
     * has been corrected since may still come.
     */
    public @Nullable Noted of(Milestone milestone) {
        Noted skipped = null;
        for (Map.Entry<Milestone, Noted> one : milestones.entrySet()) {
            if (one.getKey().isSameAs(milestone)) {
                switch (one.getValue()) {
                    case TOLD, LATE -> {
                        return one.getValue();
                    }
                    case SKIPPED -> skipped = one.getKey().equals(milestone) ? Noted.SKIPPED : skipped;
                }
            }
        }
        return skipped;
    }

    boolean knows(End end) {
        return end.outcome() == ends.get(end.term().endsOn());
    }
}
