package dev.bellwether.renewal.term;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * What was noted of a contract before.
 *
 * @param milestones that came up, and what was done with them
 * @param ends by the last day of their term
 */
public record Past(Map<Milestone, Mark> milestones, Map<LocalDate, Ended> ends) {

    /**
     * What was done with a milestone.
     *
     * @param on the day by the clock of that time
     */
    public record Mark(Noted how, LocalDate on) {}

    /**
     * How a term ended.
     *
     * @param outcome null when the end was taken back
     * @param on the day by the clock of that time
     * @param told how often an end of that day was told
     */
    public record Ended(@Nullable Outcome outcome, LocalDate on, int told) {

        /** What was told by a clock that was ahead is not told again when its day comes. */
        boolean isToldAhead(LocalDate today) {
            return on.isAfter(today) && told > 0;
        }
    }

    public static final Past NONE = new Past(Map.of(), Map.of());

    public Past {
        milestones = Map.copyOf(milestones);
        ends = Map.copyOf(ends);
    }

    /** Without what a clock that was ahead passed over: it may still come. */
    public Past asOf(LocalDate today) {
        return new Past(
                milestones.entrySet().stream()
                        .filter(one -> one.getValue().how() != Noted.SKIPPED
                                || !one.getValue().on().isAfter(today))
                        .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue)),
                ends);
    }

    /**
     * What was done with a milestone; null while nothing was. One that was passed over because of a decision date that
     * has been corrected since may still come.
     */
    public @Nullable Noted of(Milestone milestone) {
        return milestones.entrySet().stream()
                .filter(one -> switch (one.getValue().how()) {
                    case TOLD, LATE -> one.getKey().standsFor(milestone);
                    case SKIPPED -> one.getKey().equals(milestone);
                })
                .map(one -> one.getValue().how())
                .min(Comparator.naturalOrder())
                .orElse(null);
    }

    boolean knows(End end) {
        Ended known = ends.get(end.term().endsOn());
        return known != null && end.outcome() == known.outcome();
    }

    /** Whether something else was noted of that end on an earlier day. */
    boolean isNotedOtherwise(End end, LocalDate today) {
        Ended known = ends.get(end.term().endsOn());
        return known != null && end.outcome() != known.outcome() && known.on().isBefore(today);
    }

    /** How often an end of that day was told. */
    int told(End end) {
        Ended known = ends.get(end.term().endsOn());
        return known == null ? 0 : known.told();
    }
}
