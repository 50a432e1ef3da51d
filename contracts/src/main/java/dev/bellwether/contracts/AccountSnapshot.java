package dev.bellwether.contracts;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/**
 * An account as it was when an event was made.
 *
 * @param name the account's name, or its id while no name is known
 * @param owner e-mail of the customer success manager; null while unknown
 * @param score 0 … 100 with two decimals; null while no signal is present
 */
public record AccountSnapshot(
        String name, @Nullable String owner, @Nullable BigDecimal score, Band band) {

    static AccountSnapshot read(Fields fields) {
        return new AccountSnapshot(
                fields.required("name", fields.text("name")),
                fields.text("owner"),
                fields.decimalWithin("score", 0, 100),
                fields.required("band", fields.oneOf("band", Band.class), Band.UNKNOWN));
    }

    void write(Json json) {
        json.text("name", name).text("owner", owner).number("score", score).constant("band", band);
    }
}
