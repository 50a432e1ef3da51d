package dev.bellwether.health.score.feed;

import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;

/**
 * When a feed was heard. Arrivals are known to the minute: those of one minute are one arrival, at its beginning.
 *
 * @param last the last arrival
 * @param gaps times of more than a minute between an arrival and the next, oldest first
 * @param days the first arrival of each day on which it was heard, oldest first
 */
public record Heard(Instant last, List<Gap> gaps, List<Instant> days) {

    /** As near to each other as two arrivals can be known to be. */
    public static final Duration NEAREST = Duration.ofMinutes(1);

    public Heard {
        gaps = List.copyOf(gaps);
        days = List.copyOf(days);
    }

    /** The longest gap that ended within the window up to the last arrival. */
    public Duration longestGap(Duration window) {
        return gaps.stream()
                .filter(gap -> isWithin(gap.to(), window))
                .map(Gap::length)
                .max(Comparator.naturalOrder())
                .orElse(NEAREST);
    }

    /** On how many days of the window up to the last arrival it was heard. */
    public int days(Duration window) {
        return (int) days.stream().filter(first -> isWithin(first, window)).count();
    }

    /** What was known when the arrival at that moment was the last. */
    Heard upTo(Instant arrival) {
        return new Heard(
                arrival,
                gaps.stream().filter(gap -> !gap.to().isAfter(arrival)).toList(),
                days.stream().filter(first -> !first.isAfter(arrival)).toList());
    }

    private boolean isWithin(Instant moment, Duration window) {
        return moment.isAfter(last.minus(window)) && !moment.isAfter(last);
    }
}
