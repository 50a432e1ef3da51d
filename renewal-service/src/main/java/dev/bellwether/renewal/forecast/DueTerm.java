package dev.bellwether.renewal.forecast;

import dev.bellwether.contracts.Period;
import dev.bellwether.renewal.likelihood.Fraction;
import dev.bellwether.renewal.likelihood.Likelihood;
import java.math.BigDecimal;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * A term whose decision date falls in the quarter.
 *
 * @param term by its first and last day
 * @param arr in minor units
 * @param said whether the customer success manager called it
 * @param likelihood null once it is decided
 */
public record DueTerm(
        String accountId,
        String contractId,
        String currency,
        Period term,
        LocalDate decisionOn,
        long arr,
        Outlook outlook,
        boolean said,
        @Nullable Likelihood likelihood) {

    /** Whether its likelihood rests on too little. */
    boolean tooFew() {
        return likelihood != null && likelihood.tooFew();
    }

    /** How much of it is expected. */
    Fraction share() {
        if (likelihood == null) {
            return outlook == Outlook.RENEWED ? Fraction.ONE : Fraction.ZERO;
        }
        return likelihood.share();
    }

    BigDecimal low() {
        return likelihood == null ? decided() : likelihood.low();
    }

    BigDecimal high() {
        return likelihood == null ? decided() : likelihood.high();
    }

    private BigDecimal decided() {
        return outlook == Outlook.RENEWED ? BigDecimal.ONE : BigDecimal.ZERO;
    }
}
