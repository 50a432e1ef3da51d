package dev.bellwether.contracts;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/**
 * An account as it was when an event was made.
 *
 * @param name the account's name, or its id while no name is known
 * @param owner e-mail of the customer success manager; null while unknown
 * @param segment what kind of customer it is; null while unknown
 * @param score 0 … 100 with two decimals; null while no signal is present
 */
public record AccountSnapshot(
        String name,
        @Nullable String owner,
        @Nullable String segment,
        @Nullable BigDecimal score,
        Band band) {

    /** An account whose segment is not known. */
    public AccountSnapshot(String name, @Nullable String owner, @Nullable BigDecimal score, Band band) {
        this(name, owner, null, score, band);
    }

    static AccountSnapshot read(Fields fields) {
        return new AccountSnapshot(
                fields.required("name", fields.text("name")),
                fields.text("owner"),
                fields.text("segment"),
                fields.decimalWithin("score", 0, 100),
                fields.required("band", fields.oneOf("band", Band.class), Band.UNKNOWN));
    }

    void write(Json json) {
        json.text("name", name)
                .text("owner", owner)
                .text("segment", segment)
                .number("score", score)
                .constant("band", band);
    }
}
