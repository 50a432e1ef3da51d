package dev.bellwether.renewal.stake;

import dev.bellwether.contracts.Band;
import dev.bellwether.renewal.likelihood.Likelihood;
import java.util.Optional;
import java.util.Set;

/** A call and the figures, which lie far apart. */
public record Dispute(Call call, Call computed, Likelihood likelihood) {

    /** Days before the decision at which a manager wants to know. */
    private static final Set<Integer> MILESTONES = Set.of(90, 30);

    /** The dispute that a milestone brings to light, if there is one. */
    public static Optional<Dispute> at(int milestone, Call call, Band band, Likelihood likelihood) {
        return Call.computed(likelihood, band)
                .filter(computed -> MILESTONES.contains(milestone) && call.disputes(computed))
                .map(computed -> new Dispute(call, computed, likelihood));
    }

    /** For a manager to read. */
    public String sentence(String accountName, Band band, long daysLeft) {
        String why = likelihood.tooFew() ? "the band is " + band.json() : likelihood.basis();
        return "The call for %s is %s, the figures say %s (%s); %d days are left to the decision date."
                .formatted(accountName, plain(call), plain(computed), why, daysLeft);
    }

    private static String plain(Call call) {
        return call.word().replace('-', ' ');
    }
}
