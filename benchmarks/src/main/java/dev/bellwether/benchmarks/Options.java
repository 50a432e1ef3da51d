package dev.bellwether.benchmarks;

import java.util.Iterator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What is asked for.
 *
 * @param events the size of everything: {@link #USUAL_EVENTS} is what the limits are meant for, less is a quick look
 * @param rounds counted ones; one more is run first and thrown away
 * @param anyway whether to go on although other programs keep the machine busy
 * @param profile whether to record the service once more, in a round that does not count
 */
public record Options(List<Measure> measures, int events, int rounds, boolean anyway, boolean profile) {

    /** Events on the log when nothing is said. */
    public static final int USUAL_EVENTS = 3_000_000;

    /** Processors that other programs may use before a measure means little. */
    static final double QUIET = 0.5;

    private static final int USUAL_ROUNDS = 5;
    private static final int LEAST_EVENTS = 30_000;

    public Options {
        measures = List.copyOf(measures);
        if (events < LEAST_EVENTS || events > 10 * USUAL_EVENTS) {
            throw new IllegalArgumentException(
                    "--events must be from %d to %d: %d".formatted(LEAST_EVENTS, 10 * USUAL_EVENTS, events));
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
        Set<Measure> measures = new LinkedHashSet<>();
        int events = USUAL_EVENTS;
        int rounds = USUAL_ROUNDS;
        boolean anyway = false;
        boolean profile = false;
        for (Iterator<String> rest = words.iterator(); rest.hasNext(); ) {
            String word = rest.next();
            switch (word) {
                case "--events" -> events = number(word, rest);
                case "--rounds" -> rounds = number(word, rest);
                case "--anyway" -> anyway = true;
                case "--profile" -> profile = true;
                default -> measures.addAll(measures(word));
            }
        }
        List<Measure> wanted = measures.isEmpty() ? List.of(Measure.values()) : List.copyOf(measures);
        return new Options(wanted, events, rounds, anyway, profile);
    }

    private static List<Measure> measures(String word) {
        List<Measure> named = Measure.named(word);
        if (named.isEmpty()) {
            throw new IllegalArgumentException("there is no measure " + word + "; there are: "
                    + Stream.concat(
                                    Measure.GROUPS.stream(),
                                    Stream.of(Measure.values()).map(Measure::title))
                            .collect(Collectors.joining(", ")));
        }
        return named;
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
