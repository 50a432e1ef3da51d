package dev.bellwether.renewal.term;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What a day asks of the ends of a contract's terms.
 *
 * @param ends to note, oldest first: new, or with an outcome that a correction changed
 * @param takenBack last days of terms that were noted as over, and are not
 * @param news the one of the ends that is to be told: the newest, unless it is long past
 * @param told how often an end of that day was told before
 */
record Ending(List<End> ends, List<LocalDate> takenBack, Optional<End> news, int told) {

    Ending {
        ends = List.copyOf(ends);
        takenBack = List.copyOf(takenBack);
    }

    static Ending on(LocalDate today, Course course, Past past, int newsDays) {
        List<End> unknown =
                course.ends().stream().filter(end -> !past.knows(end)).toList();
        LocalDate newsSince = today.minusDays(newsDays);
        Optional<End> news = course.newestEnd()
                .filter(unknown::contains)
                .filter(end -> !end.term().endsOn().isBefore(newsSince));
        return new Ending(
                unknown,
                takenBack(today, course, past),
                news,
                news.map(past::told).orElse(0));
    }

    /** A course of many terms tells its newest only: what ended before them is as it was. */
    private static List<LocalDate> takenBack(LocalDate today, Course course, Past past) {
        List<LocalDate> over =
                course.ends().stream().map(end -> end.term().endsOn()).toList();
        LocalDate since = over.size() < Course.MOST_ENDS ? LocalDate.MIN : over.getFirst();
        return past.ends().entrySet().stream()
                .filter(one -> one.getValue().outcome() != null)
                .filter(one -> !one.getValue().isToldAhead(today))
                .map(Map.Entry::getKey)
                .filter(day -> !day.isBefore(since) && !over.contains(day))
                .sorted()
                .toList();
    }
}
