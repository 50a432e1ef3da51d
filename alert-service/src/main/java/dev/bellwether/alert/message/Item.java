package dev.bellwether.alert.message;

import dev.bellwether.contracts.Event;
import dev.bellwether.contracts.Severity;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * One alert within a message.
 *
 * @param state open, acknowledged, snoozed, resolved, cleared or superseded
 * @param by e-mail of the person who acknowledged, snoozed or resolved it; null when nobody did
 * @param event the newest that is known of it: figures, sentence, account
 */
public record Item(
        UUID alert,
        Severity severity,
        String state,
        @Nullable String by,
        Event event) {}
