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
 * over, is that of a next term, which begins the day after.
 */
final class MovedEnds {

    private static final int LEAST_DAYS = 28;

    /** From then on before its decision date a term is near its end, if half of it is over. */
    private static final int NEAR_DAYS = 120;

    private final Versions versions;
    private final Deque<LocalDate> renewed = new ArrayDeque<>();
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
        return ends.start();
    }

    private void say(int index, ContractChanged version) {
        if (version.startsOn() != null && !version.startsOn().equals(first)) {
            first = version.startsOn();
            renewed.clear();
        } else if (version.endsOn() != null && !version.endsOn().equals(last)) {
            move(versions.day(version), versions.before(index), version.endsOn());
        }
        last = version.endsOn() == null ? last : version.endsOn();
    }

    private void move(LocalDate day, Versions before, LocalDate end) {
        while (!renewed.isEmpty() && end.isBefore(renewed.getLast().plusDays(LEAST_DAYS))) {
            renewed.removeLast(); // it is taken back
        }
        LocalDate start = start();
        if (start != null && last != null && Days.isUsable(start) && Days.isUsable(last) && !last.isBefore(start)) {
            followed(day, before, new Period(start, last), end).ifPresent(renewed::addLast);
        }
    }

    /** The last day of the newest of the terms, as they were agreed before, that one to that end follows. */
    private static Optional<LocalDate> followed(LocalDate day, Versions before, Period first, LocalDate end) {
        if (before.kind() != ContractKind.SUBSCRIPTION) {
            return Optional.empty();
        }
        AutoRenewal renewal = before.autoRenewal();
        Stop stop = before.stop();
        Optional<LocalDate> followed = Optional.empty();
        Period term = first;
        for (int terms = 1; isNear(term, before.noticeDays(), day) && isNext(end, term); terms++) {
            followed = Optional.of(term.endsOn());
            if (!renewal.holdsAfter(term.endsOn()) || stop.isLast(term.endsOn())) {
                break;
            }
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

    private @Nullable LocalDate start() {
        return renewed.isEmpty() ? first : renewed.getLast().plusDays(1);
    }
}
