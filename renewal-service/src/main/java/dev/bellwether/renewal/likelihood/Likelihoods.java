package dev.bellwether.renewal.likelihood;

import dev.bellwether.contracts.Band;
import java.util.List;
import java.util.Map;

/** The likelihoods that a company's past amounts to. */
public record Likelihoods(Map<Place, Tally> past) {

    /** Days before the decision date at which past terms were looked at, the nearest first. */
    public static final List<Integer> MILESTONES = List.of(1, 7, 14, 30, 60, 90, 120);

    public Likelihoods {
        past = Map.copyOf(past);
    }

    /**
     * How likely a term is to renew whose account has that band now.
     *
     * @param daysLeft to the decision date; negative once it has passed
     */
    public Likelihood of(Band band, long daysLeft) {
        Place place = new Place(band, milestone(daysLeft));
        return Likelihood.of(place, past.getOrDefault(place, Tally.NONE));
    }

    /** The milestone that came last; before the first one, the first. */
    public static int milestone(long daysLeft) {
        return MILESTONES.stream().filter(days -> days >= daysLeft).findFirst().orElse(MILESTONES.getLast());
    }
}
