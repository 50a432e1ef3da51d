package dev.bellwether.renewal.stake;

import dev.bellwether.renewal.likelihood.Likelihood;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;

/**
 * What is at stake on a day.
 *
 * @param atRisk money at risk = ARR × (1 − likelihood), half-up, in minor units
 * @param rank money at risk in whole units of the currency, at its rate, ÷ max(1, days to the decision date)
 */
public record Exposure(LocalDate on, Likelihood likelihood, long atRisk, double rank) {

    /** Days from that day to the decision date; negative once it has passed. */
    public long daysLeft(LocalDate decisionOn) {
        return ChronoUnit.DAYS.between(on, decisionOn);
    }
}
