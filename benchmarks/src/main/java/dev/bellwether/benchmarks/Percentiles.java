package dev.bellwether.benchmarks;

import java.util.Collection;
import java.util.Locale;

/** How long something took that happened many times, in milliseconds. */
public record Percentiles(int count, double p50, double p99, double greatest) {

    /** Of at least one duration in nanoseconds. */
    public static Percentiles ofNanos(Collection<Long> nanos) {
        if (nanos.isEmpty()) {
            throw new IllegalArgumentException("nothing was measured");
        }
        long[] sorted = nanos.stream().mapToLong(Long::longValue).sorted().toArray();
        return new Percentiles(sorted.length, millis(sorted, 0.5), millis(sorted, 0.99), millis(sorted, 1));
    }

    /** The least value that this share of the values does not pass. */
    private static double millis(long[] sorted, double share) {
        int rank = (int) Math.ceil(share * sorted.length);
        return sorted[Math.max(0, rank - 1)] / 1e6;
    }

    @Override
    public String toString() {
        return String.format(Locale.ROOT, "p50 %,.0f ms, p99 %,.0f ms, most %,.0f ms", p50, p99, greatest);
    }
}
