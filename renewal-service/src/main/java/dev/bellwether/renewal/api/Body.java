package dev.bellwether.renewal.api;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.DateTimeException;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** What a caller sent; fields that are wrong are named. */
record Body(JsonNode json) {

    private static final int LONGEST = 4000;

    /**
     * The caller's JSON object.
     *
     * @throws Refusal when it is none
     */
    static Body of(@Nullable JsonNode json) {
        if (json == null || !json.isObject()) {
            throw Refusal.parameter("", "must be a JSON object");
        }
        return new Body(json);
    }

    /** Null when it is left out. */
    @Nullable
    String text(String name) {
        JsonNode value = json.get(name);
        if (value == null || value.isNull()) {
            return null;
        }
        if (!value.isTextual() || value.asText().isBlank() || value.asText().length() > LONGEST) {
            throw Refusal.parameter(name, "must be a text of 1 to " + LONGEST + " characters");
        }
        return Texts.storable(name, value.asText());
    }

    /** Null when it is left out. */
    @Nullable
    LocalDate day(String name) {
        String text = text(name);
        try {
            return text == null ? null : LocalDate.parse(text);
        } catch (DateTimeException e) {
            throw Refusal.parameter(name, "must be a day, yyyy-mm-dd");
        }
    }
}
