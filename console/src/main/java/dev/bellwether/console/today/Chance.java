package dev.bellwether.console.today;

import dev.bellwether.console.renewal.TodayLine.Likelihood;
import dev.bellwether.console.wording.Numbers;
import java.math.BigDecimal;

/**
 * How likely a term is to renew.
 *
 * @param figure the share in per cent, or that the past says too little
 * @param basis what it rests on, with the interval that holds 90 %
 */
record Chance(boolean known, String figure, String basis) {

    static Chance of(Likelihood likelihood) {
        String mean = Numbers.percent(likelihood.mean());
        String interval = Numbers.percent(likelihood.low()).replace(" %", "–") + Numbers.percent(likelihood.high());
        return likelihood.tooFew()
                ? new Chance(
                        false,
                        "Too few",
                        Numbers.counted(likelihood.terms(), "past term") + " like it; taken as " + mean + " ("
                                + interval + ")")
                : new Chance(
                        true,
                        mean,
                        interval + "; " + plain(likelihood.renewed()) + " of " + plain(likelihood.terms())
                                + " like it renewed");
    }

    private static String plain(long count) {
        return Numbers.plain(BigDecimal.valueOf(count));
    }
}
