package dev.bellwether.health.score.memory;

import dev.bellwether.contracts.Priority;
import dev.bellwether.contracts.TicketChanged;
import dev.bellwether.contracts.TicketStatus;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * What is known of a support ticket as of a day.
 *
 * @param openedAt the earliest any version names; when none does, when the first version occurred
 */
public record Ticket(
        String ticketId,
        Instant openedAt,
        @Nullable TicketStatus status,
        @Nullable Priority priority,
        @Nullable Instant solvedAt) {

    /** Whether it still waits; a ticket of unknown status waits until it is known when it was solved. */
    public boolean isOpen() {
        return status == null ? solvedAt == null : status != TicketStatus.SOLVED;
    }

    /** Whether it waits and is urgent. */
    public boolean isUrgent() {
        return isOpen() && priority == Priority.URGENT;
    }

    static final Fold<TicketChanged, Ticket> FOLD = new Fold<>() {

        @Override
        public String idOf(TicketChanged version) {
            return version.ticketId();
        }

        @Override
        public Ticket fold(String id, List<TicketChanged> versions) {
            Instant named = versions.stream()
                    .map(TicketChanged::openedAt)
                    .filter(Objects::nonNull)
                    .reduce(null, (one, other) -> one == null || other.isBefore(one) ? other : one);
            return new Ticket(
                    id,
                    named != null ? named : versions.getFirst().occurredAt(),
                    Fold.newest(versions, TicketChanged::status),
                    Fold.newest(versions, TicketChanged::priority),
                    Fold.newest(versions, TicketChanged::solvedAt));
        }
    };
}
