package dev.bellwether.contracts;

import java.math.BigDecimal;

/** A user used a feature. Immutable; quantity is 1 unless said otherwise and has at most six decimals. */
public record UsageRecorded(Occurrence occurrence, String userId, String feature, BigDecimal quantity) implements Fact {

    static UsageRecorded read(Occurrence occurrence, Fields fields) {
        return new UsageRecorded(
                occurrence,
                fields.required("userId", fields.text("userId")),
                fields.required("feature", fields.text("feature")),
                fields.orElse(fields.decimal("quantity", 6), BigDecimal.ONE));
    }

    void write(Json json) {
        json.text("userId", userId).text("feature", feature);
        json.number("quantity", quantity);
    }
}
