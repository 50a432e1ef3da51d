package dev.bellwether.renewal.likelihood;

/**
 * Past terms that were alike at a milestone.
 *
 * @param terms not negative
 * @param renewed how many of them renewed, 0 … terms
 * @throws IllegalArgumentException when more should have renewed than there were
 */
public record Tally(long terms, long renewed) {

    public static final Tally NONE = new Tally(0, 0);

    public Tally {
        if (renewed < 0 || renewed > terms) {
            throw new IllegalArgumentException(renewed + " of " + terms + " terms cannot have renewed");
        }
    }
}
