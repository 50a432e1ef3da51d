package dev.bellwether.renewal.forecast;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How well past likelihoods foretold what happened.
 *
 * @param predictions of terms that have ended since
 * @param brier mean of (likelihood − outcome)², 0 is perfect, 0.25 is a coin; null without predictions
 * @param curve ten buckets of likelihoods, from 0 to 1; empty ones are left out
 */
public record Reliability(long predictions, @Nullable BigDecimal brier, List<Bucket> curve) {

    /**
     * Predictions that were alike.
     *
     * @param from lowest likelihood of the bucket, with {@code to} as the highest
     * @param predicted their mean likelihood
     * @param renewed the share of them that renewed
     */
    public record Bucket(BigDecimal from, BigDecimal to, long predictions, BigDecimal predicted, BigDecimal renewed) {}

    /**
     * Sums of the predictions of one bucket.
     *
     * @param number 0 … 9
     * @param squares Σ (likelihood − outcome)²
     */
    record Sums(int number, long predictions, double likelihoods, long renewed, double squares) {}

    public Reliability {
        curve = List.copyOf(curve);
    }

    static Reliability of(List<Sums> sums) {
        long all = 0;
        double squares = 0;
        List<Bucket> curve = new ArrayList<>();
        for (Sums bucket : sums) {
            all += bucket.predictions();
            squares += bucket.squares();
            curve.add(new Bucket(
                    BigDecimal.valueOf(bucket.number(), 1),
                    BigDecimal.valueOf(bucket.number() + 1L, 1),
                    bucket.predictions(),
                    share(bucket.likelihoods(), bucket.predictions()),
                    share(bucket.renewed(), bucket.predictions())));
        }
        return new Reliability(all, all == 0 ? null : share(squares, all), curve);
    }

    private static BigDecimal share(double part, long whole) {
        return BigDecimal.valueOf(part / whole).setScale(4, RoundingMode.HALF_UP);
    }
}
