package dev.bellwether.contracts;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/**
 * The account was heard in public. Immutable.
 *
 * @param sentiment −1 (hostile) … 1 (delighted)
 */
public record Mentioned(
        Occurrence occurrence,
        @Nullable String network,
        BigDecimal sentiment,
        @Nullable String url,
        @Nullable String text)
        implements Fact {

    static Mentioned read(Occurrence occurrence, Fields fields) {
        return new Mentioned(
                occurrence,
                fields.text("network"),
                fields.required("sentiment", fields.decimalWithin("sentiment", -1, 1), BigDecimal.ZERO),
                fields.longText("url"),
                fields.longText("text"));
    }

    void write(Json json) {
        json.text("network", network)
                .number("sentiment", sentiment)
                .text("url", url)
                .text("text", text);
    }
}
