package dev.bellwether.alert.slack;

import dev.bellwether.alert.action.Action;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A click on its way to the alert, as the database keeps it. */
@Entity
@Table(name = "slack_action")
class ClickRow {

    @Id
    String id = "";

    UUID alertId = new UUID(0, 0);
    String action = "";
    String userId = "";
    String userName = "";

    String responseUrl = "";

    String message = "";

    Instant at = Instant.EPOCH;
    String status = "due";
    int attempts;

    /** What it came to: {@code done}, {@code not-found}, or the status of an alert that was over; null until it is done. */
    @Nullable
    String outcome;

    Instant dueAt = Instant.EPOCH;

    Click click() {
        Action known = Action.labelled(action)
                .orElseThrow(() -> new IllegalStateException("click " + id + " has no such action: " + action));
        return new Click(id, alertId, known, userId, userName, responseUrl, Click.message(message));
    }
}
