package dev.bellwether.renewal.stake;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * A term about whose end somebody still has to decide.
 *
 * @param decisionOn last day on which the customer can say no
 * @param autoRenew whether silence renews it
 * @param annualAmount ARR in minor units
 * @param currency null while nobody named one
 */
public record Stake(
        LocalDate decisionOn,
        boolean autoRenew,
        long annualAmount,
        @Nullable String currency) {

    /** What is at stake, in minor units: of no currency an amount says nothing. */
    long value() {
        return currency == null ? 0 : annualAmount;
    }
}
