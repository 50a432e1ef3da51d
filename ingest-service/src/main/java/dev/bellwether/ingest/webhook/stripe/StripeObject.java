package dev.bellwether.ingest.webhook.stripe;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** An object of Stripe's API, read by JSON pointer; what is absent, null or of another kind reads as null. */
record StripeObject(JsonNode node) {

    /** 9999-12-31: beyond it nothing is a day. */
    private static final long LAST_SECOND = 253_402_300_799L;

    /** The first of these that holds text. */
    @Nullable
    String text(String... pointers) {
        for (String pointer : pointers) {
            JsonNode value = node.at(pointer);
            if (value.isTextual() && !value.textValue().isBlank()) {
                return value.textValue();
            }
        }
        return null;
    }

    /** The id of another object, which is there as its id or expanded. */
    @Nullable
    String id(String... pointers) {
        for (String pointer : pointers) {
            String id = text(pointer, pointer + "/id");
            if (id != null) {
                return id;
            }
        }
        return null;
    }

    @Nullable
    Long whole(String pointer) {
        JsonNode value = node.at(pointer);
        return value.isIntegralNumber() && value.canConvertToLong() ? Long.valueOf(value.longValue()) : null;
    }

    /** The first of these that holds seconds since 1970. */
    @Nullable
    Instant instant(String... pointers) {
        for (String pointer : pointers) {
            Long seconds = whole(pointer);
            if (seconds != null && seconds >= 0 && seconds <= LAST_SECOND) {
                return Instant.ofEpochSecond(seconds);
            }
        }
        return null;
    }

    boolean isTrue(String pointer) {
        return node.at(pointer).asBoolean(false);
    }

    /** A currency in the capitals of ISO 4217. */
    @Nullable
    String currency(String... pointers) {
        String code = text(pointers);
        return code == null ? null : code.toUpperCase(Locale.ROOT);
    }
}
