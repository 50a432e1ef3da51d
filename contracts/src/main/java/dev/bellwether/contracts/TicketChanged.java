package dev.bellwether.contracts;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** A version of a support ticket; a null field keeps what an earlier version said, openedAt the earliest seen. */
public record TicketChanged(
        Occurrence occurrence,
        String ticketId,
        @Nullable Instant openedAt,
        @Nullable TicketStatus status,
        @Nullable Priority priority,
        @Nullable Instant solvedAt)
        implements Fact {

    static TicketChanged read(Occurrence occurrence, Fields fields) {
        return new TicketChanged(
                occurrence,
                fields.required("ticketId", fields.text("ticketId")),
                fields.instant("openedAt"),
                fields.oneOf("status", TicketStatus.class),
                fields.oneOf("priority", Priority.class),
                fields.instant("solvedAt"));
    }

    void write(Json json) {
        json.text("ticketId", ticketId).instant("openedAt", openedAt).constant("status", status);
        json.constant("priority", priority).instant("solvedAt", solvedAt);
    }
}
