package dev.bellwether.console.renewal;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A term whose decision is near, as renewal-service tells it; null where nothing is known.
 *
 * @param kind subscription or trial
 * @param startsOn the first day of the term, by which it is known
 * @param decisionOn the last day on which the customer can say no
 * @param daysLeft to that day; negative once it has passed
 * @param annualValue in minor units by currency, like {@code moneyAtRisk}
 * @param call what the customer success manager says of the term
 * @param computedCall what the figures say, in the same words
 * @param nextStep of the playbook; null when there is none to do
 * @param stepsInForce how many steps of the playbook are in force now, the done ones included
 */
public record TodayLine(
        String accountId,
        @Nullable String accountName,
        @Nullable String owner,
        String contractId,
        @Nullable String kind,
        LocalDate startsOn,
        LocalDate endsOn,
        LocalDate decisionOn,
        long daysLeft,
        boolean autoRenew,
        Map<String, Long> annualValue,
        Likelihood likelihood,
        Map<String, Long> moneyAtRisk,
        Reason reason,
        @Nullable Said call,
        @Nullable String computedCall,
        @Nullable Step nextStep,
        int stepsInForce) {

    public TodayLine {
        annualValue = annualValue == null ? Map.of() : Map.copyOf(annualValue);
        moneyAtRisk = moneyAtRisk == null ? Map.of() : Map.copyOf(moneyAtRisk);
    }

    /** Whether it is not yet a subscription. */
    public boolean isTrial() {
        return "trial".equals(kind);
    }

    /**
     * How likely the term is to renew.
     *
     * @param mean 0 … 1, like the interval that holds 90 %
     * @param terms past terms like this one, of which so many renewed
     * @param tooFew whether they are too few to say anything
     */
    public record Likelihood(
            BigDecimal mean, BigDecimal low, BigDecimal high, long terms, long renewed, boolean tooFew) {}

    /**
     * Why it is where it is.
     *
     * @param score 0 … 100
     * @param scoreTrend score now minus four weeks ago
     * @param flags the open ones, the gravest first, each a sentence
     */
    public record Reason(
            @Nullable BigDecimal score,
            @Nullable String band,
            @Nullable BigDecimal scoreTrend,
            List<String> flags,
            @Nullable Pulse pulse) {

        public Reason {
            flags = flags == null ? List.of() : List.copyOf(flags);
        }
    }

    /** The newest opinion of a customer success manager, 1 (leaving) … 5 (safe). */
    public record Pulse(int opinion, @Nullable String author, Instant at) {}

    /** How the term will end, by the word of a person. */
    public record Said(String call, @Nullable String note, String by, Instant at) {}

    /**
     * What to do next.
     *
     * @param step its id in the playbook
     */
    public record Step(
            String step,
            String text,
            @Nullable String assignee,
            @Nullable String note,
            @Nullable LocalDate dueOn) {}
}
