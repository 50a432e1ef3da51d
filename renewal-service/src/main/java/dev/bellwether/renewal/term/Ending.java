package dev.bellwether.renewal.term;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * What a day asks of the ends of a contract's terms.
 *
 * @param fresh to note, oldest first: new, or with an outcome that a correction changed
 * @param takenBack last days of terms that were noted as over, and are not
 * @param news the newest of the ends, where it was not told
 * @param corrects whether the news is another than what was noted on an earlier day
 * @param told how often an end of that day was told before
 */
record Ending(List<End> fresh, List<LocalDate> takenBack, Optional<End> news, boolean corrects, int told) {

    Ending {
        fresh = List.copyOf(fresh);
        takenBack = List.copyOf(takenBack);
    }

    static Ending on(LocalDate today, Course course, Past past) {
        Optional<End> news = course.newestEnd().filter(end -> !past.knows(end) || isLossUntold(end, past));
        return new Ending(
                course.ends().stream().filter(end -> !past.knows(end)).toList(),
                takenBack(today, course, past),
                news,
                news.filter(end -> past.isNotedOtherwise(end, today)).isPresent(),
                news.map(past::told).orElse(0));
    }

    /** While another contract keeps the account, the loss of this one is not told. */
    private static boolean isLossUntold(End end, Past past) {
        return end.outcome() == Outcome.CHURNED && past.told(end) == 0;
    }

    /**
     * With what is news alone: what ended by then, was noted otherwise until now, or loses the account.
     *
     * @param since what ended before that day is no news
     * @param lostOn the last day of the account's last contract, if it is lost with this one
     */
    Ending telling(LocalDate since, Optional<LocalDate> lostOn) {
        Optional<LocalDate> endedOn =
                news.flatMap(end -> end.outcome() == Outcome.CHURNED ? lostOn : Optional.of(end.lastDay()));
        boolean isNews = endedOn.filter(day -> corrects || !day.isBefore(since)).isPresent();
        return isNews ? this : new Ending(noted(endedOn), takenBack, Optional.empty(), corrects, told);
    }

    /** A loss that is held back is no correction yet: what was told of that end stays until the loss is told. */
    private List<End> noted(Optional<LocalDate> endedOn) {
        boolean heldBack = endedOn.isEmpty() && (corrects || told > 0);
        return heldBack
                ? fresh.stream()
                        .filter(end -> news.filter(end::equals).isEmpty())
                        .toList()
                : fresh;
    }

    /** To note, oldest first: what is fresh, and what is told at last. */
    List<End> ends() {
        return Stream.concat(fresh.stream(), news.filter(end -> !fresh.contains(end)).stream())
                .toList();
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
