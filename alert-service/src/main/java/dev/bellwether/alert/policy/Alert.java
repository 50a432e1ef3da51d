package dev.bellwether.alert.policy;

import dev.bellwether.contracts.Severity;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Comparator;
import java.util.UUID;

/**
 * One episode that people are, or were, told about.
 *
 * @param since when the flag was raised, or the renewal announced; to the microsecond
 * @param version of the newest event that shaped it
 * @param thread id of the alert whose first message its messages answer; its own unless it continues another
 */
public record Alert(Episode episode, Severity severity, Instant since, Version version, AlertState state, UUID thread) {

    /** Which of two episodes of one matter is the newer one. */
    static final Comparator<Alert> BY_AGE = Comparator.comparing(Alert::since)
            .thenComparing(alert -> alert.episode().name());

    public Alert {
        since = since.truncatedTo(ChronoUnit.MICROS);
    }

    public UUID id() {
        return episode.alertId();
    }

    Alert in(AlertState next) {
        return new Alert(episode, severity, since, version, next, thread);
    }

    Alert answering(UUID first) {
        return new Alert(episode, severity, since, version, state, first);
    }

    Alert at(Severity now, Version newest) {
        return new Alert(episode, now, since, newest, state, thread);
    }

    boolean olderThan(Alert other) {
        return BY_AGE.compare(this, other) < 0;
    }
}
