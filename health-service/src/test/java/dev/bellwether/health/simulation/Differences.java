package dev.bellwether.health.simulation;

import dev.bellwether.contracts.Band;
import dev.bellwether.contracts.FlagKind;
import dev.bellwether.contracts.Severity;
import java.math.BigDecimal;
import java.math.MathContext;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Where what is shown and what the book says are not the same. */
final class Differences {

    // binary arithmetic may differ in the last of its sixteen digits and what follows from that
    private static final BigDecimal NOISE = new BigDecimal("1e-9");

    private Differences() {}

    /** Of everything: numbers, band and flags; empty when there are none. */
    static List<String> of(Shown shown, Reading book, Standing standing) {
        List<String> differences = ofNumbers(shown, book);
        differences.addAll(ofBand(shown, standing.band()));
        Map<FlagKind, Severity> flags = standing.flags().entrySet().stream()
                .collect(Collectors.toMap(
                        Map.Entry::getKey, open -> open.getValue().severity()));
        if (!flags.equals(shown.flags())) {
            differences.add("flags: shown " + new TreeMap<>(shown.flags()) + ", by the book " + new TreeMap<>(flags));
        }
        return differences;
    }

    static List<String> ofBand(Shown shown, Band band) {
        return shown.band() == band ? List.of() : List.of("band: shown " + shown.band() + ", by the book " + band);
    }

    /**
     * Of band and flags, when what was shown before is not known: a band must follow from some band, a flag must be open
     * that is raised, and none that is cleared; between the two thresholds both are right.
     */
    static List<String> ofMemory(Shown shown, Reading book, Function<LocalDate, Reading> earlier) {
        List<String> differences = new ArrayList<>();
        if (Stream.of(Band.values()).noneMatch(before -> book.band(before) == shown.band())) {
            differences.add("band: shown " + shown.band());
        }
        FlagsByTheBook flags = new FlagsByTheBook(book, shown.band(), earlier);
        for (FlagKind kind : FlagKind.values()) {
            Severity severity = shown.flags().get(kind);
            Standing.Open open = severity == null ? null : new Standing.Open(severity, book.day());
            Standing.Open next = flags.next(kind, open);
            if (severity != (next == null ? null : next.severity())) {
                differences.add(kind + ": shown " + severity + ", by the book " + next);
            }
        }
        return differences;
    }

    /** Of the numbers alone, and whether their parts add up. */
    static List<String> ofNumbers(Shown shown, Reading book) {
        List<String> differences = new ArrayList<>();
        SortedMap<String, BigDecimal> expected = numbers(book);
        TreeSet<String> names = new TreeSet<>(expected.keySet());
        names.addAll(shown.numbers().keySet());
        for (String name : names) {
            BigDecimal is = shown.numbers().get(name);
            BigDecimal should = expected.get(name);
            if (!same(name, is, should)) {
                differences.add(name + ": shown " + is + ", by the book "
                        + (should == null ? "nothing" : Objects.toString(should.round(MathContext.DECIMAL64))));
            }
        }
        addUp(shown, differences);
        return differences;
    }

    private static boolean same(String name, @Nullable BigDecimal is, @Nullable BigDecimal should) {
        if (is == null || should == null) {
            return is == null && should == null;
        }
        if (name.equals("volume7")) {
            return is.compareTo(should) == 0;
        }
        BigDecimal room =
                NOISE.multiply(name.endsWith(".lost") || name.endsWith(".points") ? BigDecimal.ONE : should.abs());
        return is.subtract(should).abs().compareTo(room) <= 0;
    }

    private static void addUp(Shown shown, List<String> differences) {
        BigDecimal score = shown.numbers().get("score");
        BigDecimal lost = shown.numbers().entrySet().stream()
                .filter(number -> number.getKey().endsWith(".lost"))
                .map(Map.Entry::getValue)
                .reduce(BigDecimal.ZERO, BigDecimal::add);
        if (score != null
                && score.add(lost).subtract(BigDecimal.valueOf(100)).abs().compareTo(new BigDecimal("0.01")) > 0) {
            differences.add("the parts add up to " + lost + " and the score is " + score);
        }
    }

    private static SortedMap<String, BigDecimal> numbers(Reading book) {
        SortedMap<String, BigDecimal> numbers = new TreeMap<>();
        book.figures().forEach((name, value) -> {
            switch (name) {
                case "activeDaysBefore", "everMentioned", "oldestUrgentDays" -> {
                    // steps on the way, shown nowhere
                }
                case String signal
                when signal.startsWith("signal.") ->
                    numbers.put(signal.substring("signal.".length()) + ".figure", value);
                case String figure -> numbers.put(figure, value);
            }
        });
        BigDecimal score = book.score().score();
        if (score != null) {
            numbers.put("score", score);
        }
        numbers.put("coverage", book.score().coverage());
        book.score().points().forEach((signal, points) -> numbers.put(signal + ".points", points));
        book.score().lost().forEach((part, lost) -> numbers.put(part + ".lost", lost));
        return numbers;
    }
}
