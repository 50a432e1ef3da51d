package dev.bellwether.alert.policy.telling;

import dev.bellwether.alert.policy.Labels;
import java.util.Optional;

/** What there is to tell of an alert. */
public enum News {
    /** Nothing. */
    NONE,
    /** Nobody knows of it yet. */
    FIRST,
    /** It became more severe than people were told. */
    WORSE,
    /** It came back soon after it was over. */
    BACK,
    /** It was put off, and still stands. */
    SNOOZE_OVER,
    /** Somebody gave it to somebody else. */
    ASSIGNED,
    /** Nobody acknowledged it in time: the next in line is told. */
    UNACKNOWLEDGED,
    /** It is over, and people think that it stands. */
    OVER;

    /** The name in the database and in metrics. */
    public String label() {
        return Labels.of(this);
    }

    public static Optional<News> labelled(String label) {
        return Labels.find(values(), label);
    }
}
