package dev.bellwether.alert.message;

import dev.bellwether.contracts.Event;
import dev.bellwether.contracts.Severity;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * One alert within a message.
 *
 * @param state open, acknowledged, snoozed, resolved, cleared or superseded
 * @param by e-mail of the person who acknowledged, snoozed or resolved it; null when nobody did
 * @param judged what somebody thought of it; null when nobody said
 * @param putOff who put it off, and until when; null when nobody did
 * @param assignee e-mail of whoever somebody gave it to; null when nobody did
 * @param event the newest that is known of it: figures, sentence, account
 */
public record Item(
        UUID alert,
        Severity severity,
        String state,
        @Nullable String by,
        @Nullable Judged judged,
        @Nullable PutOff putOff,
        @Nullable String assignee,
        Event event) {

    /**
     * What somebody thought of an alert.
     *
     * @param verdict useful, knew-it or false-alarm
     * @param by e-mail of the person
     */
    public record Judged(String verdict, String by) {}

    /**
     * Somebody put an alert off.
     *
     * @param by e-mail of the person; null where it is not known any more
     * @param until when it is told again
     */
    public record PutOff(@Nullable String by, Instant until) {}

    /** Of which nobody said what they think. */
    public Item(UUID alert, Severity severity, String state, @Nullable String by, Event event) {
        this(alert, severity, state, by, null, null, null, event);
    }
}
