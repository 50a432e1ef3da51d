package dev.bellwether.contracts;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/**
 * An account's score moved to another whole number, or its band, name or owner changed, or it is told of for the first time.
 *
 * @param account as it is now
 * @param previousScore the score last announced; null when none was
 * @param previousBand the band last announced
 * @param coverage weight of the signals present ÷ weight of all, 0 … 1
 */
public record ScoreChanged(
        Occurrence occurrence,
        AccountSnapshot account,
        @Nullable BigDecimal previousScore,
        Band previousBand,
        BigDecimal coverage)
        implements HealthEvent {

    static ScoreChanged read(Occurrence occurrence, Fields fields) {
        return new ScoreChanged(
                occurrence,
                fields.required("account", fields.object("account", AccountSnapshot::read), Fields.NO_ACCOUNT),
                fields.decimalWithin("previousScore", 0, 100),
                fields.required("previousBand", fields.oneOf("previousBand", Band.class), Band.UNKNOWN),
                fields.required("coverage", fields.decimalWithin("coverage", 0, 1), BigDecimal.ZERO));
    }

    void write(Json json) {
        json.object("account", account, AccountSnapshot::write).number("previousScore", previousScore);
        json.constant("previousBand", previousBand).number("coverage", coverage);
    }
}
