package dev.bellwether.renewal.term;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What a day asks of the ends of a contract's terms.
 *
 * @param ends to note, oldest first: new, with an outcome that a correction changed, or told at last
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
        LocalDate newsSince = today.minusDays(newsDays);
        Optional<End> news = course.newestEnd()
                .filter(end -> !past.knows(end) || isLossUntold(end, past))
                .filter(end -> !end.term().endsOn().isBefore(newsSince));
        return new Ending(
                course.ends().stream()
                        .filter(end ->
                                !past.knows(end) || news.filter(end::equals).isPresent())
                        .toList(),
                takenBack(today, course, past),
                news,
                news.map(past::told).orElse(0));
    }

    /** While another contract keeps the account, the loss of this one is not told. */
    private static boolean isLossUntold(End end, Past past) {
        return end.outcome() == Outcome.CHURNED && past.told(end) == 0;
    }

    /** The same, where the account is not lost with this contract. */
    Ending withoutChurn() {
        return news.filter(end -> end.outcome() == Outcome.CHURNED).isEmpty()
                ? this
                : new Ending(ends, takenBack, Optional.empty(), told);
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
