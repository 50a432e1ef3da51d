package dev.bellwether.alert.policy;

import java.util.Arrays;
import java.util.Optional;

/** A way by which messages reach people. */
public enum Channel {
    SLACK("slack"),
    EMAIL("email"),
    WEBHOOK("webhook"),
    TEAMS("teams"),
    PAGERDUTY("pagerduty");

    private final String label;

    Channel(String label) {
        this.label = label;
    }

    /** The name in JSON, metrics, logs and the database. */
    public String label() {
        return label;
    }

    /** The channel of that label, or nothing when there is none. */
    public static Optional<Channel> labelled(String label) {
        return Arrays.stream(values())
                .filter(channel -> channel.label.equals(label))
                .findFirst();
    }
}
