package dev.bellwether.ingest.webhook.stripe;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;

/**
 * An event as Stripe delivers it.
 *
 * @param data the object, and what of it was different before
 */
record StripeEvent(String id, String type, Instant created, JsonNode data) {

    StripeObject object() {
        return new StripeObject(data.path("object"));
    }

    /** Whether this event changed that field of the object; a created object has none that was different before. */
    boolean changed(String field) {
        return !data.has("previous_attributes")
                || data.path("previous_attributes").has(field);
    }
}
