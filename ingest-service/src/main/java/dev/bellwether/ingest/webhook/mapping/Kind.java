package dev.bellwether.ingest.webhook.mapping;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.BooleanNode;
import com.fasterxml.jackson.databind.node.DecimalNode;
import com.fasterxml.jackson.databind.node.TextNode;
import dev.bellwether.ingest.truth.Truth;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import org.jspecify.annotations.Nullable;

/** What a field holds, so that a sender's value can be brought into its form. */
enum Kind {
    TEXT("must be text or a number"),
    NUMBER("must be a number"),
    WHOLE("must be a number"),
    AMOUNT("must be a number of minor units (cents), which is whole; of major ones where decimal says so"),
    FLAG("must be true or false"),
    DAY("must be a day or an instant, or have a format that says how to read it"),
    INSTANT("must be an instant or a day, or have a format that says how to read it");

    private final String expectation;

    Kind(String expectation) {
        this.expectation = expectation;
    }

    /** Completes the sentence that begins with the field's name. */
    String expectation() {
        return expectation;
    }

    /**
     * The value in this form, or null when it has none.
     *
     * @param zone in which instants become days
     */
    @Nullable
    JsonNode convert(JsonNode value, ZoneId zone) {
        if (value.isContainerNode()) {
            return null;
        }
        return switch (this) {
            case TEXT -> TextNode.valueOf(value.asText());
            case NUMBER, WHOLE -> decimal(number(value));
            case AMOUNT -> amount(number(value), value instanceof Reckoned);
            case FLAG -> flag(value.asText());
            case DAY -> {
                LocalDate day = Moments.day(value, zone);
                yield day == null ? null : TextNode.valueOf(day.toString());
            }
            case INSTANT -> {
                Instant instant = Moments.instant(value);
                yield instant == null ? null : TextNode.valueOf(instant.toString());
            }
        };
    }

    /** The number that a value is or spells; null when it is none, or too long to reckon with. */
    static @Nullable BigDecimal number(JsonNode value) {
        String text = value.asText().strip();
        if (!text.matches("[-+]?\\d{1,30}(\\.\\d{0,30})?([eE][-+]?\\d{1,2})?")) {
            return null;
        }
        return new BigDecimal(text);
    }

    /** A rest that the sender wrote speaks of major units; one that was reckoned is rounded, halves away from zero. */
    private static @Nullable JsonNode amount(@Nullable BigDecimal number, boolean reckoned) {
        if (number == null || !reckoned && number.stripTrailingZeros().scale() > 0) {
            return null;
        }
        return decimal(number.setScale(0, RoundingMode.HALF_UP));
    }

    private static @Nullable JsonNode decimal(@Nullable BigDecimal number) {
        return number == null ? null : DecimalNode.valueOf(number);
    }

    private static @Nullable JsonNode flag(String text) {
        Boolean read = Truth.read(text.strip());
        return read == null ? null : BooleanNode.valueOf(read);
    }
}
