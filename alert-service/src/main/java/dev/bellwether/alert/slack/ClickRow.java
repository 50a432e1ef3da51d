package dev.bellwether.alert.slack;

import dev.bellwether.alert.action.Action;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.UUID;

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
    Instant dueAt = Instant.EPOCH;

    Click click() {
        Action known = Action.labelled(action)
                .orElseThrow(() -> new IllegalStateException("click " + id + " has no such action: " + action));
        return new Click(id, alertId, known, userId, userName, responseUrl, Click.message(message));
    }
}
