package dev.bellwether.renewal.api;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.bellwether.renewal.account.AtStake;
import dev.bellwether.renewal.desk.Desk;
import dev.bellwether.renewal.likelihood.Likelihood;
import dev.bellwether.renewal.playbook.Playbook;
import dev.bellwether.renewal.playbook.Step;
import dev.bellwether.renewal.stake.Call;
import dev.bellwether.renewal.stake.Risk;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A line of the today list.
 *
 * @param daysLeft to the decision date; negative once it has passed while somebody still has to renew the contract
 * @param annualValue minor units by currency
 * @param moneyAtRisk ARR × (1 − likelihood), minor units by currency; empty while the currency is unknown
 * @param rank money at risk in whole units ÷ max(1, daysLeft): the list falls by it
 * @param risk low, medium or high
 * @param call what the customer success manager says of the term; null while nothing was said
 * @param computedCall what the figures say, in the same words; null while they say nothing
 * @param nextStep of the playbook; null when there is none to do: none is in force yet, or all are done
 * @param stepsInForce how many steps of the playbook are in force now, the done ones included
 */
@JsonInclude(JsonInclude.Include.ALWAYS)
record TodayItem(
        String accountId,
        String accountName,
        @Nullable String owner,
        String contractId,
        String kind,
        LocalDate startsOn,
        LocalDate endsOn,
        LocalDate decisionOn,
        long daysLeft,
        boolean autoRenew,
        Map<String, Long> annualValue,
        LikelihoodView likelihood,
        Map<String, Long> moneyAtRisk,
        double rank,
        String risk,
        ReasonView reason,
        DeskView.@Nullable CallView call,
        @Nullable String computedCall,
        DeskView.@Nullable StepView nextStep,
        int stepsInForce) {

    /**
     * How likely the term is to renew, and what that rests on.
     *
     * @param mean 0 … 1, like the interval that holds 90 %
     * @param terms past terms with the same band at the same milestone, of which so many renewed
     * @param tooFew whether the past says too little: the mean is then mostly the prior's
     */
    record LikelihoodView(
            BigDecimal mean,
            BigDecimal low,
            BigDecimal high,
            String band,
            int milestone,
            long terms,
            long renewed,
            boolean tooFew,
            String basis) {

        static LikelihoodView of(Likelihood likelihood) {
            return new LikelihoodView(
                    likelihood.mean(),
                    likelihood.low(),
                    likelihood.high(),
                    likelihood.place().band().json(),
                    likelihood.place().milestone(),
                    likelihood.past().terms(),
                    likelihood.past().renewed(),
                    likelihood.tooFew(),
                    likelihood.basis());
        }
    }

    /**
     * Why it is where it is.
     *
     * @param scoreTrend score now minus four weeks ago; null while one of them is unknown
     */
    record ReasonView(
            @Nullable BigDecimal score,
            String band,
            @Nullable BigDecimal scoreBefore,
            @Nullable BigDecimal scoreTrend,
            List<String> flags,
            @Nullable PulseView pulse) {

        static ReasonView of(AtStake line) {
            BigDecimal score = line.account().score();
            BigDecimal before = line.scoreBefore();
            return new ReasonView(
                    score,
                    line.account().band().json(),
                    before,
                    score == null || before == null ? null : score.subtract(before),
                    line.flags(),
                    line.pulse() == null
                            ? null
                            : new PulseView(
                                    line.pulse().opinion(),
                                    line.pulse().author(),
                                    line.pulse().at()));
        }
    }

    /** The newest opinion of a customer success manager, 1 (leaving) … 5 (safe). */
    record PulseView(int opinion, @Nullable String author, Instant at) {}

    static TodayItem of(AtStake line, Desk desk, Playbook playbook) {
        Likelihood likelihood = line.exposure().likelihood();
        Risk risk = Risk.of(line.account().band(), line.gravity());
        long daysLeft = line.exposure().daysLeft(line.decisionOn());
        List<Step> inForce = playbook.steps(line.kind(), risk, daysLeft);
        return new TodayItem(
                line.accountId(),
                line.account().name(),
                line.account().owner(),
                line.contractId(),
                line.kind().json(),
                line.startsOn(),
                line.endsOn(),
                line.decisionOn(),
                daysLeft,
                line.autoRenew(),
                line.annualValue(),
                LikelihoodView.of(likelihood),
                line.currency() == null
                        ? Map.of()
                        : Map.of(line.currency(), line.exposure().atRisk()),
                line.exposure().rank(),
                risk.word(),
                ReasonView.of(line),
                desk.call().map(DeskView.CallView::of).orElse(null),
                Call.computed(likelihood, likelihood.place().band())
                        .map(Call::word)
                        .orElse(null),
                inForce.stream()
                        .filter(step -> !desk.isDone(step.id()))
                        .findFirst()
                        .map(step -> DeskView.StepView.of(step, desk))
                        .orElse(null),
                inForce.size());
    }
}
