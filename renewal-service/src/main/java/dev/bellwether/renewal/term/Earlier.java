package dev.bellwether.renewal.term;

import dev.bellwether.contracts.Period;
import dev.bellwether.contracts.agreed.Contract;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A contract as it was agreed before other dates were named.
 *
 * @param since the first day of its terms that count: what was over before it was taken up again is told elsewhere
 * @param until the first day of the next term, or the day on which it was left without a term
 * @param next the term that may follow; null when none does
 */
record Earlier(
        Contract agreed,
        LocalDate since,
        LocalDate until,
        @Nullable Next next) {

    /** A term that begins later is a slip of the pen, and would have to be counted up to term by term. */
    private static final int FARTHEST_YEARS = 30;

    /**
     * A term that was named.
     *
     * @param namedOn the day on which it was named, and from which nothing more was to be decided
     */
    record Next(Period term, LocalDate namedOn) {}

    /** The terms that are over on that day, oldest first. */
    List<End> ends(LocalDate today) {
        List<End> ends = new ArrayList<>(byThemselves(today));
        followed(today)
                .filter(term -> !until.isAfter(today))
                .ifPresent(term -> ends.add(new End(agreed, term, Outcome.RENEWED)));
        return ends;
    }

    /** Those that are over on that day, and the one that the next follows, as soon as that is named. */
    Stream<PastTerm> pastTerms(LocalDate today) {
        return Stream.concat(
                byThemselves(today).stream().flatMap(end -> PastTerm.of(agreed, end)),
                followed(today).stream().flatMap(term -> PastTerm.followed(agreed, term, namedOn())));
    }

    /** The days on which its terms that run are over. */
    Stream<LocalDate> overOn(LocalDate today) {
        Standing standing = Course.of(agreed, today).standing();
        return Stream.concat(
                Stream.of(until),
                standing.period().stream()
                        .filter(term -> standing.runs())
                        .map(term -> term.endsOn().plusDays(1)));
    }

    /** A term into which the next reaches was another than it seemed, unless the next follows it. */
    private List<End> byThemselves(LocalDate today) {
        Optional<Period> followed = followed(today);
        return Course.of(agreed, earlier(today, until)).since(since).ends().stream()
                .filter(end ->
                        end.term().endsOn().isBefore(until) || agreed.stop().isLongOver(end.term(), until))
                .filter(end -> followed.filter(end.term()::equals).isEmpty())
                .toList();
    }

    /** The next begins after that term began, no later than the day after its end, and ends after it. */
    private Optional<Period> followed(LocalDate today) {
        if (next == null) {
            return Optional.empty();
        }
        Course course = Course.of(agreed, earlier(until, today.plusYears(FARTHEST_YEARS)));
        return course.standing()
                .period()
                .filter(term -> !term.startsOn().isBefore(since))
                .filter(term -> term.isFollowedBy(next.term()))
                .filter(term -> !until.isAfter(term.endsOn().plusDays(1)))
                .filter(term -> !agreed.stop().isLongOver(term, until));
    }

    private LocalDate namedOn() {
        return next == null ? until : next.namedOn();
    }

    static LocalDate earlier(LocalDate one, LocalDate other) {
        return one.isBefore(other) ? one : other;
    }
}
