package dev.bellwether.benchmarks;

import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What is asked for.
 *
 * @param events how many are loaded
 * @param rounds counted ones; one more is run first and thrown away
 * @param anyway whether to go on although other programs keep the machine busy
 */
public record Options(List<Measure> measures, int events, int rounds, boolean anyway) {

    /** Processors that other programs may use before a measure means little. */
    static final double QUIET = 0.5;

    private static final int USUAL_EVENTS = 3_000_000;
    private static final int USUAL_ROUNDS = 5;
    private static final int LEAST_EVENTS = 30_000;

    public Options {
        measures = List.copyOf(measures);
        if (events < LEAST_EVENTS) {
            throw new IllegalArgumentException("--events must be at least " + LEAST_EVENTS + ": " + events);
        }
        if (rounds < 1) {
            throw new IllegalArgumentException("--rounds must be at least 1: " + rounds);
        }
    }

    /**
     * Reads the command line.
     *
     * @throws IllegalArgumentException when a word is not understood; says which
     */
    static Options of(List<String> words) {
        List<Measure> measures = new ArrayList<>();
        int events = USUAL_EVENTS;
        int rounds = USUAL_ROUNDS;
        boolean anyway = false;
        for (Iterator<String> rest = words.iterator(); rest.hasNext(); ) {
            String word = rest.next();
            switch (word) {
                case "--events" -> events = number(word, rest);
                case "--rounds" -> rounds = number(word, rest);
                case "--anyway" -> anyway = true;
                default -> measures.add(measure(word));
            }
        }
        return new Options(measures.isEmpty() ? List.of(Measure.values()) : measures, events, rounds, anyway);
    }

    private static Measure measure(String word) {
        return Measure.named(word)
                .orElseThrow(() -> new IllegalArgumentException("there is no measure " + word + "; there are: "
                        + Stream.of(Measure.values()).map(Measure::title).collect(Collectors.joining(", "))));
    }

    private static int number(String word, Iterator<String> rest) {
        String value = rest.hasNext() ? rest.next() : "";
        try {
            return Integer.parseInt(value.replace("_", "").replace(",", ""));
        } catch (NumberFormatException e) {
            throw new IllegalArgumentException(word + " needs a number: " + value, e);
        }
    }
}
