package dev.bellwether.health.simulation;

import static dev.bellwether.health.simulation.KnownFacts.DIGITS;
import static dev.bellwether.health.simulation.KnownFacts.number;
import static dev.bellwether.health.simulation.KnownFacts.ratio;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The score of the default model, version 1.
 *
 * @param points by signal, of those present
 * @param lost by signal, and by cap where one holds
 * @param score null when no signal is present
 */
record ScoreByTheBook(
        Map<String, BigDecimal> points,
        Map<String, BigDecimal> lost,
        @Nullable BigDecimal score,
        BigDecimal coverage) {

    static final ScoreByTheBook NONE = new ScoreByTheBook(Map.of(), Map.of(), null, BigDecimal.ZERO);

    private static final BigDecimal HUNDRED = number(100);

    /** One row of the model: name, weight, and the knots of the line from figure to points. */
    private record Signal(String name, int weight, double... knots) {}

    private static final List<Signal> MODEL = List.of(
            new Signal("usage-trend", 20, 0, 0, 0.5, 20, 0.8, 70, 1, 100),
            new Signal("adoption", 15, 0, 0, 0.25, 30, 0.5, 70, 0.8, 100),
            new Signal("recency", 15, 3, 100, 7, 60, 14, 30, 28, 0),
            new Signal("payments", 20, 0, 100, 1, 70, 15, 40, 30, 20, 60, 0),
            new Signal("support-load", 15, 1, 100, 2, 50, 4, 0),
            new Signal("sentiment", 10, 0, 0, 100, 100),
            new Signal("pulse", 5, 1, 0, 5, 100));

    private static @Nullable BigDecimal figure(String signal, FigureSheet sheet) {
        return switch (signal) {
            case "usage-trend" -> sheet.get("trend");
            case "adoption" -> sheet.get("seatUtilisation");
            case "recency" -> sheet.get("daysInactive");
            case "payments" -> sheet.get("daysPastDue");
            case "support-load" -> surprise(sheet.get("ticketP"));
            case "sentiment" -> sentiment(sheet);
            case "pulse" -> sheet.get("pulse");
            case String other -> throw new IllegalArgumentException(other);
        };
    }

    private static @Nullable BigDecimal surprise(@Nullable BigDecimal p) {
        return p == null ? null : new BigDecimal(-Math.log10(p.doubleValue()));
    }

    /** The source whose facts a signal is built on. */
    private static String source(String signal) {
        return switch (signal) {
            case "usage-trend", "adoption", "recency" -> "usage";
            case "payments" -> "billing";
            case "support-load" -> "support";
            case "sentiment", "pulse" -> "feedback";
            case String other -> throw new IllegalArgumentException(other);
        };
    }

    /**
     * The score of a day.
     *
     * @param sheet the day's figures, on which what the signals saw is noted
     * @param kept the figures that the signals of a source look at
     */
    static ScoreByTheBook of(FigureSheet sheet, Function<String, FigureSheet> kept) {
        Map<Signal, BigDecimal> present = new LinkedHashMap<>();
        for (Signal signal : MODEL) {
            BigDecimal figure = figure(signal.name(), kept.apply(source(signal.name())));
            if (figure != null) {
                sheet.put("signal." + signal.name(), figure);
                present.put(signal, points(figure, signal.knots()));
            }
        }
        long weight = present.keySet().stream().mapToLong(Signal::weight).sum();
        Map<String, BigDecimal> points = new LinkedHashMap<>();
        Map<String, BigDecimal> lost = new LinkedHashMap<>();
        BigDecimal base = HUNDRED;
        for (Map.Entry<Signal, BigDecimal> one : present.entrySet()) {
            BigDecimal loss =
                    ratio(number(one.getKey().weight()).multiply(HUNDRED.subtract(one.getValue())), number(weight));
            points.put(one.getKey().name(), one.getValue());
            lost.put(one.getKey().name(), loss);
            base = base.subtract(loss);
        }
        BigDecimal capped = capped(base, kept, lost);
        BigDecimal coverage =
                ratio(weight, MODEL.stream().mapToLong(Signal::weight).sum());
        return new ScoreByTheBook(points, lost, present.isEmpty() ? null : kept(capped), coverage);
    }

    /** The smallest of base and the caps that hold; the cap that makes it so takes what lies between. */
    private static BigDecimal capped(
            BigDecimal base, Function<String, FigureSheet> kept, Map<String, BigDecimal> lost) {
        Map<String, BigDecimal> caps = new LinkedHashMap<>();
        if (kept.apply("usage").atLeast("daysInactive", "28")) {
            caps.put("silent-28-days", number(30));
        }
        if (kept.apply("billing").atLeast("daysPastDue", "60")) {
            caps.put("invoice-60-days-late", number(40));
        }
        if (kept.apply("support").atLeast("oldestUrgentDays", "7")) {
            caps.put("urgent-ticket-7-days", number(60));
        }
        BigDecimal score = base;
        for (Map.Entry<String, BigDecimal> cap : caps.entrySet()) {
            boolean binds = cap.getValue().compareTo(score) < 0;
            lost.put(cap.getKey(), binds ? score.subtract(cap.getValue()) : BigDecimal.ZERO);
            score = score.min(cap.getValue());
        }
        return score;
    }

    /** Two decimals, half up. What differs beyond the fortieth digit is equal on paper. */
    private static BigDecimal kept(BigDecimal score) {
        return score.setScale(40, RoundingMode.HALF_UP).setScale(2, RoundingMode.HALF_UP);
    }

    /** Along the line through the knots, flat beyond its ends. */
    private static BigDecimal points(BigDecimal figure, double[] knots) {
        List<BigDecimal> xs = new ArrayList<>();
        List<BigDecimal> ys = new ArrayList<>();
        for (int i = 0; i < knots.length; i += 2) {
            xs.add(BigDecimal.valueOf(knots[i]));
            ys.add(BigDecimal.valueOf(knots[i + 1]));
        }
        if (figure.compareTo(xs.getFirst()) <= 0) {
            return ys.getFirst();
        }
        for (int i = 1; i < xs.size(); i++) {
            if (figure.compareTo(xs.get(i)) <= 0) {
                BigDecimal slope =
                        ys.get(i).subtract(ys.get(i - 1)).divide(xs.get(i).subtract(xs.get(i - 1)), DIGITS);
                return ys.get(i - 1).add(figure.subtract(xs.get(i - 1)).multiply(slope, DIGITS));
            }
        }
        return ys.getLast();
    }

    /** The mean of those present among (nps+100)/2, csat·100, ces·100 and 100−25·negativeMentions30. */
    private static @Nullable BigDecimal sentiment(FigureSheet sheet) {
        BigDecimal nps = sheet.get("nps");
        BigDecimal csat = sheet.get("csat");
        BigDecimal ces = sheet.get("ces");
        BigDecimal mentions = sheet.get("everMentioned") == null ? null : sheet.get("negativeMentions30");
        List<BigDecimal> voices = Stream.of(
                        nps == null ? null : ratio(nps.add(HUNDRED), number(2)),
                        csat == null ? null : csat.multiply(HUNDRED),
                        ces == null ? null : ces.multiply(HUNDRED),
                        mentions == null
                                ? null
                                : HUNDRED.subtract(mentions.multiply(number(25)))
                                        .max(BigDecimal.ZERO))
                .filter(Objects::nonNull)
                .map(Objects::requireNonNull)
                .toList();
        return voices.isEmpty()
                ? null
                : ratio(voices.stream().reduce(BigDecimal.ZERO, BigDecimal::add), number(voices.size()));
    }
}
