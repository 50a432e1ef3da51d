package dev.bellwether.health.score;

import dev.bellwether.health.score.Curve.Knot;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/**
 * How figures become a score; never changed once used, only followed by a new version.
 *
 * @param signals at least one, in reading order
 * @param caps strongest first
 */
public record Model(int version, List<Signal> signals, List<Cap> caps, Bands bands) {

    public Model {
        signals = List.copyOf(signals);
        caps = List.copyOf(caps);
        if (signals.isEmpty()) {
            throw new IllegalArgumentException("model " + version + " has no signal");
        }
        Set<String> names = new HashSet<>();
        Stream.concat(signals.stream().map(Signal::name), caps.stream().map(Cap::name))
                .filter(name -> !names.add(name))
                .findFirst()
                .ifPresent(name -> {
                    throw new IllegalArgumentException("model " + version + " names " + name + " twice");
                });
    }

    /** The model every account starts with: version 1. */
    public static Model defaultModel() {
        return new Model(1, defaultSignals(), defaultCaps(), new Bands(40, 70, 2, 0.4));
    }

    private static List<Signal> defaultSignals() {
        return List.of(
                signal("usage-trend", 20, Measure.TREND, knot(0, 0), knot(0.5, 20), knot(0.8, 70), knot(1, 100)),
                signal(
                        "adoption",
                        15,
                        Measure.SEAT_UTILISATION,
                        knot(0, 0),
                        knot(0.25, 30),
                        knot(0.5, 70),
                        knot(0.8, 100)),
                signal("recency", 15, Measure.DAYS_INACTIVE, knot(3, 100), knot(7, 60), knot(14, 30), knot(28, 0)),
                signal(
                        "payments",
                        20,
                        Measure.DAYS_PAST_DUE,
                        knot(0, 100),
                        knot(1, 70),
                        knot(15, 40),
                        knot(30, 20),
                        knot(60, 0)),
                signal("support-load", 15, Measure.TICKET_SURPRISE, knot(1, 100), knot(2, 50), knot(4, 0)),
                signal("sentiment", 10, Measure.SENTIMENT, knot(0, 0), knot(100, 100)),
                signal("pulse", 5, Measure.PULSE, knot(1, 0), knot(5, 100)));
    }

    private static List<Cap> defaultCaps() {
        return List.of(
                new Cap("silent-28-days", Measure.DAYS_INACTIVE, 28, 30),
                new Cap("invoice-60-days-late", Measure.DAYS_PAST_DUE, 60, 40),
                new Cap("urgent-ticket-7-days", Measure.OLDEST_URGENT_DAYS, 7, 60));
    }

    private static Signal signal(String name, double weight, Measure figure, Knot... knots) {
        return new Signal(name, figure, weight, Curve.through(knots));
    }

    private static Knot knot(double figure, double points) {
        return new Knot(figure, points);
    }
}
