package dev.bellwether.alert.policy.telling;

import dev.bellwether.alert.policy.Labels;
import java.util.Optional;

/** Why something is told, or is not told now. */
public enum Why {
    DUE("it is due"),
    MAINTENANCE("maintenance is under way"),
    SILENCED("somebody silenced it"),
    SNOOZED("somebody put it off"),
    DIGEST_ROUTE("its route leads to the digest"),
    COOL_DOWN("it was over a short while ago"),
    OUT_OF_HOURS("it came outside work hours"),
    GROUPED("it joins what was just told of the account"),
    GATHERED("it leaves with what else comes up for the person"),
    STORM("too much came at once"),
    BUDGET("the week's budget is used up"),
    NOBODY_LEFT("nobody else is left to tell");

    private final String words;

    Why(String words) {
        this.words = words;
    }

    public String inWords() {
        return words;
    }

    /** The name in JSON, the database and in metrics. */
    public String label() {
        return Labels.of(this);
    }

    public static Optional<Why> labelled(String label) {
        return Labels.find(values(), label);
    }
}
