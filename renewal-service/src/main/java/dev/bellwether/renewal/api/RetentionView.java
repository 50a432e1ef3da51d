package dev.bellwether.renewal.api;

import dev.bellwether.renewal.ledger.Answer;
import dev.bellwether.renewal.ledger.Asked;
import dev.bellwether.renewal.retention.Kept;
import dev.bellwether.renewal.retention.Movement;
import dev.bellwether.renewal.retention.Retention;
import dev.bellwether.renewal.retention.Sum;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Retention of a period.
 *
 * @param opening the day whose end the period begins with: the day before {@code from}
 * @param closing the day whose end it ends with: {@code to}
 * @param knownAt null for all that is known now
 * @param by what the parts are grouped by, besides the currency
 */
record RetentionView(
        LocalDate from,
        LocalDate to,
        LocalDate opening,
        LocalDate closing,
        @Nullable Instant knownAt,
        String by,
        List<PartView> parts) {

    /**
     * One group in one currency: opening + movements = closing, exactly, in ARR.
     *
     * @param group owner or segment; empty for accounts that have none, and when nothing is grouped by
     * @param movements new, expansion, contraction, churn and reactivation; losses are negative
     */
    record PartView(
            String group,
            String currency,
            SumView opening,
            SumView closing,
            Map<String, SumView> movements,
            KeptView cohort,
            KeptView due) {

        static PartView of(Answer.Part part, Retention retention) {
            Map<String, SumView> movements = new LinkedHashMap<>();
            Arrays.stream(Movement.values())
                    .forEach(movement -> movements.put(
                            movement.word(), SumView.of(retention.movements().getOrDefault(movement, Sum.NONE))));
            return new PartView(
                    part.group(),
                    part.currency(),
                    SumView.of(retention.opening()),
                    SumView.of(retention.closing()),
                    movements,
                    KeptView.of(retention.cohort()),
                    KeptView.of(retention.due()));
        }
    }

    /**
     * An amount.
     *
     * @param arr minor units, exact
     * @param mrr minor units: a twelfth of it, rounded half-up once
     */
    record SumView(long accounts, BigInteger arr, BigInteger mrr) {

        static SumView of(Sum sum) {
            return new SumView(sum.accounts(), sum.arr(), sum.mrr());
        }
    }

    /**
     * What stayed. Percentages have two decimals, from the exact sums; null where there was nothing to keep.
     *
     * @param keptArr Σ over accounts of the smaller of opening and closing
     */
    record KeptView(
            @Nullable BigDecimal grr,
            @Nullable BigDecimal nrr,
            @Nullable BigDecimal logoRetention,
            SumView opening,
            SumView closing,
            BigInteger keptArr) {

        static KeptView of(Kept kept) {
            return new KeptView(
                    kept.grr(),
                    kept.nrr(),
                    kept.logo(),
                    SumView.of(kept.opening()),
                    SumView.of(kept.closing()),
                    kept.kept());
        }
    }

    static RetentionView of(Asked asked, Answer answer) {
        return new RetentionView(
                asked.from(),
                asked.to(),
                asked.opening(),
                asked.to(),
                asked.knownAt(),
                asked.by().word(),
                answer.parts().entrySet().stream()
                        .map(part -> PartView.of(part.getKey(), part.getValue()))
                        .toList());
    }
}
