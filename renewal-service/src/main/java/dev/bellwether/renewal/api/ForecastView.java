package dev.bellwether.renewal.api;

import dev.bellwether.renewal.forecast.Due;
import dev.bellwether.renewal.forecast.Forecast;
import dev.bellwether.renewal.forecast.Outlook;
import dev.bellwether.renewal.forecast.Quarter;
import dev.bellwether.renewal.forecast.Reliability;
import dev.bellwether.renewal.likelihood.Likelihood;
import dev.bellwether.renewal.retention.Sum;
import java.math.BigInteger;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The forecast of a quarter.
 *
 * @param asOf today
 * @param reliability how well likelihoods foretold what happened, over all terms
 */
record ForecastView(
        String quarter,
        LocalDate from,
        LocalDate to,
        LocalDate asOf,
        String by,
        List<PartView> parts,
        Reliability reliability) {

    /**
     * One group in one currency.
     *
     * @param due the sum of the outlooks
     * @param expected Σ ARR × likelihood, with the ends of the 90 % intervals added up
     * @param note "too few" said plainly; null when every likelihood rests on enough
     */
    record PartView(
            String group,
            String currency,
            AmountView due,
            Map<String, AmountView> outlooks,
            ExpectedView expected,
            AmountView tooFew,
            @Nullable String note) {

        static PartView of(String group, String currency, Forecast forecast) {
            Map<String, AmountView> outlooks = new LinkedHashMap<>();
            Arrays.stream(Outlook.values())
                    .forEach(outlook -> outlooks.put(
                            outlook.word(), AmountView.of(forecast.outlooks().getOrDefault(outlook, Sum.NONE))));
            long few = forecast.tooFew().accounts();
            return new PartView(
                    group,
                    currency,
                    AmountView.of(forecast.due()),
                    outlooks,
                    new ExpectedView(forecast.expected(), forecast.low(), forecast.high()),
                    AmountView.of(forecast.tooFew()),
                    few == 0
                            ? null
                            : "too few: the likelihood of %d of %d terms rests on fewer than %d past terms and the prior Beta(1,1)"
                                    .formatted(few, forecast.due().accounts(), Likelihood.ENOUGH));
        }
    }

    /**
     * An amount.
     *
     * @param arr minor units
     */
    record AmountView(long contracts, BigInteger arr) {

        static AmountView of(Sum sum) {
            return new AmountView(sum.accounts(), sum.arr());
        }
    }

    /** ARR in minor units. */
    record ExpectedView(BigInteger arr, BigInteger low, BigInteger high) {}

    static ForecastView of(Quarter quarter, LocalDate today, String by, Due due, Reliability reliability) {
        return new ForecastView(
                quarter.toString(),
                quarter.from(),
                quarter.to(),
                today,
                by,
                due.parts().entrySet().stream()
                        .map(part -> PartView.of(
                                part.getKey().group(), part.getKey().currency(), Forecast.of(part.getValue())))
                        .toList(),
                reliability);
    }
}
