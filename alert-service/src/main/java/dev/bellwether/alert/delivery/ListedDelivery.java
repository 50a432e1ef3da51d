package dev.bellwether.alert.delivery;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A message as operators see it.
 *
 * @param because why it is for this recipient, as the end of a sentence
 * @param status due, sent, failed or cancelled
 * @param dueAt when the next attempt is, or the last one was, due
 */
public record ListedDelivery(
        long id,
        @Nullable UUID alertId,
        String accountId,
        String matter,
        String channel,
        int revision,
        String recipient,
        String because,
        String status,
        int attempts,
        Instant createdAt,
        Instant dueAt,
        @Nullable Instant sentAt,
        @Nullable String lastError) {

    static ListedDelivery of(DeliveryRow row) {
        return new ListedDelivery(
                row.id == null ? 0 : row.id,
                row.alertId,
                row.accountId,
                row.matter,
                row.channel,
                row.revision,
                row.address,
                row.because,
                row.status,
                row.attempts,
                row.createdAt,
                row.dueAt,
                row.sentAt,
                row.lastError);
    }
}
