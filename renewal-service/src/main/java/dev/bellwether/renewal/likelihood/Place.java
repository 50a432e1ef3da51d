package dev.bellwether.renewal.likelihood;

import dev.bellwether.contracts.Band;

/**
 * Where terms are alike: the band of the account on the day of a milestone.
 *
 * @param milestone days before the decision date, one of {@link Likelihoods#MILESTONES}
 */
public record Place(Band band, int milestone) {}
