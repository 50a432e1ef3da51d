package dev.bellwether.contracts.agreed;

import dev.bellwether.contracts.ContractChanged;
import dev.bellwether.contracts.ContractKind;
import dev.bellwether.contracts.Days;
import dev.bellwether.contracts.Period;
import java.time.LocalDate;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Tells a next term from a corrected one where a source moves the last day alone: many keep a customer's first day for
 * good. A last day that is moved on by half a term or more, and four weeks at least, when the term came near its end or was
 * over, is that of a next term, which begins the day after; or with the day of the word, where nothing had followed for long.
 * So is that of a subscription that a trial becomes.
 */
final class MovedEnds {

    private static final int LEAST_DAYS = 28;

    /** From then on before its decision date a term is near its end, if half of it is over. */
    private static final int NEAR_DAYS = 120;

    private static final int MONTHS_A_YEAR = 12;

    private final Versions versions;
    private final Deque<LocalDate> renewedEnds = new ArrayDeque<>();
    private @Nullable LocalDate first;
    private @Nullable LocalDate last;

    private MovedEnds(Versions versions) {
        this.versions = versions;
    }

    /** The first day of the term that is named last; null while no first day is named. */
    static @Nullable LocalDate start(Versions versions) {
        MovedEnds ends = new MovedEnds(versions);
        for (int i = 0; i < versions.count(); i++) {
            ends.say(i, versions.get(i));
        }
        return ends.firstDayOfNewestTerm();
    }

    private void say(int index, ContractChanged version) {
        LocalDate start = version.startsOn();
        LocalDate end = version.endsOn();
        boolean fromAnotherDay = start != null && !start.equals(first);
        if (start != null) {
            first = start;
            renewedEnds.removeIf(renewedEnd -> renewedEnd.isBefore(start));
        }
        if (end != null && !end.equals(last)) {
            if (!fromAnotherDay || !renewedEnds.isEmpty()) {
                move(versions.day(version), agreedBefore(index), isConverted(index), end);
            }
            last = end;
        }
    }

    /** What was said before that day, or first of all. */
    private Versions agreedBefore(int index) {
        LocalDate day = versions.day(versions.get(index));
        int first = index;
        while (first > 1 && versions.day(versions.get(first - 1)).equals(day)) {
            first--;
        }
        return versions.before(first);
    }

    /** Whether it was called a subscription by the end of that day. */
    private boolean isConverted(int index) {
        LocalDate day = versions.day(versions.get(index));
        int next = index + 1;
        while (next < versions.count() && versions.day(versions.get(next)).equals(day)) {
            next++;
        }
        return versions.before(next).kind() == ContractKind.SUBSCRIPTION;
    }

    private void move(LocalDate day, Versions before, boolean converted, LocalDate end) {
        while (!renewedEnds.isEmpty() && end.isBefore(renewedEnds.getLast().plusDays(LEAST_DAYS))) {
            renewedEnds.removeLast(); // it is taken back
        }
        LocalDate start = firstDayOfNewestTerm();
        if (start != null && last != null && Days.isUsable(start) && Days.isUsable(last) && !last.isBefore(start)) {
            Period term = new Period(start, last);
            Optional<LocalDate> followed = switch (before.kind()) {
                case TRIAL -> converted ? convertedAfter(day, term, end) : Optional.empty();
                case SUBSCRIPTION -> followed(day, before, term, end);
            };
            followed.ifPresent(renewedEnds::addLast);
        }
    }

    /** The last day of a trial that becomes a subscription with a last day of its own; or the day before, when it was long over. */
    private static Optional<LocalDate> convertedAfter(LocalDate day, Period trial, LocalDate end) {
        if (end.isBefore(trial.endsOn().plusDays(LEAST_DAYS))) {
            return Optional.empty();
        }
        boolean longOver = day.isAfter(trial.endsOn().plusDays(LEAST_DAYS)) && !end.isBefore(day);
        if (!longOver && beganWith(trial, end)) {
            return Optional.empty();
        }
        return Optional.of(longOver ? day.minusDays(1) : trial.endsOn());
    }

    /** Whether a subscription that has whole years with its trial, or whole months with it alone, began with it. */
    private static boolean beganWith(Period trial, LocalDate end) {
        long with = new Period(trial.startsOn(), end).wholeMonths();
        long without = new Period(trial.endsOn().plusDays(1), end).wholeMonths();
        return with > 0 && (without == 0 || with % MONTHS_A_YEAR == 0);
    }

    /** The last day of the newest of the terms, as they were agreed before, that one to that end follows. */
    private static Optional<LocalDate> followed(LocalDate day, Versions before, Period first, LocalDate end) {
        AutoRenewal renewal = before.autoRenewal();
        Stop stop = before.stop();
        Optional<LocalDate> followed = Optional.empty();
        Period term = first;
        for (int terms = 1; isNear(term, before.noticeDays(), day) && isNext(end, term); terms++) {
            if (!renewal.holdsAfter(term.endsOn()) || stop.isLast(term.endsOn())) {
                boolean anew = stop.isLongOver(term, day) && !end.isBefore(day);
                return Optional.of(anew ? day.minusDays(1) : term.endsOn());
            }
            followed = Optional.of(term.endsOn());
            term = first.repeated(terms);
        }
        return followed;
    }

    private static boolean isNear(Period term, int noticeDays, LocalDate day) {
        return !day.isBefore(term.endsOn().minusDays(noticeDays + (long) NEAR_DAYS))
                && !day.isBefore(term.startsOn().plusDays(term.days() / 2));
    }

    private static boolean isNext(LocalDate end, Period term) {
        return !end.isBefore(term.endsOn().plusDays(Math.max(LEAST_DAYS, term.days() / 2)));
    }

    private @Nullable LocalDate firstDayOfNewestTerm() {
        return renewedEnds.isEmpty() ? first : renewedEnds.getLast().plusDays(1);
    }
}
