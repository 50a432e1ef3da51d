package dev.bellwether.ingest.webhook.stripe;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;

/**
 * An event as Stripe delivers it.
 *
 * @param created when it happened, in the order of events of the same second
 * @param data the object, and what of it was different before
 */
record StripeEvent(String id, String type, Instant created, JsonNode data) {

    /**
     * Stripe tells whole seconds, and a checkout often makes an object and changes it within one: what changed it is then
     * a moment later than what made it, and what ended it later yet, in whatever order they arrive.
     */
    static StripeEvent of(String id, String type, Instant second, JsonNode data) {
        int later = type.endsWith(".deleted") ? 2 : data.has("previous_attributes") ? 1 : 0;
        return new StripeEvent(id, type, second.plusMillis(later), data);
    }

    StripeObject object() {
        return new StripeObject(data.path("object"));
    }

    /** Whether this event changed that field of the object; a created object has none that was different before. */
    boolean changed(String field) {
        return !data.has("previous_attributes")
                || data.path("previous_attributes").has(field);
    }
}
