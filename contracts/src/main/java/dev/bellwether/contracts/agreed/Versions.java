package dev.bellwether.contracts.agreed;

import dev.bellwether.contracts.ContractChanged;
import dev.bellwether.contracts.ContractKind;
import dev.bellwether.contracts.ContractLine;
import dev.bellwether.contracts.ContractStatus;
import dev.bellwether.contracts.Days;
import dev.bellwether.contracts.Event;
import dev.bellwether.contracts.Period;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.NavigableMap;
import java.util.TreeMap;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Folds the versions of a contract: of each field the newest word counts, by instant and then by event id. Order and
 * repetition of the versions change nothing.
 *
 * <p>Unsaid fields: a subscription, active, no notice, no automatic renewal, no lines. A term whose first day was
 * never named is taken to be a year long, a trial 30 days; a subscription without a last day has no end, and began on the
 * day of its first version when it does not say when.
 */
public final class Versions {

    private static final int TRIAL_DAYS = 30;

    private final List<ContractChanged> oldestFirst;
    private final ZoneId zone;

    private Versions(Collection<ContractChanged> versions, ZoneId zone) {
        this.oldestFirst = versions.stream().sorted(Event.OLDEST_FIRST).toList();
        this.zone = zone;
    }

    /**
     * @param versions of one contract, at least one
     * @param zone in which the day of a version is counted
     * @param accountCurrency stands in while the contract names none
     */
    public static Contract fold(Collection<ContractChanged> versions, ZoneId zone, @Nullable String accountCurrency) {
        return new Versions(versions, zone).fold(accountCurrency);
    }

    /**
     * The versions of each day on which something new was said, in the order of the days, and within a day oldest first.
     *
     * <p>A source that tells everything every night says mostly the same as the night before: without that, what was said,
     * and since when, is the same. Lines alone are said anew, once a price at renewal was said: then nothing is left out.
     */
    public static NavigableMap<LocalDate, List<ContractChanged>> byDay(
            Collection<ContractChanged> versions, ZoneId zone) {
        List<ContractChanged> oldestFirst =
                versions.stream().sorted(Event.OLDEST_FIRST).toList();
        boolean everyWordCounts = oldestFirst.stream().anyMatch(version -> version.renewalLines() != null);
        NavigableMap<LocalDate, List<ContractChanged>> byDay = new TreeMap<>();
        ContractChanged last = null;
        for (ContractChanged version : oldestFirst) {
            if (everyWordCounts || last == null || !version.saysTheSameAs(last)) {
                byDay.computeIfAbsent(version.occurredAt().atZone(zone).toLocalDate(), day -> new ArrayList<>())
                        .add(version);
            }
            last = version;
        }
        return byDay;
    }

    private Contract fold(@Nullable String accountCurrency) {
        String currency = newest(ContractChanged::currency);
        return new Contract(
                oldestFirst.getFirst().contractId(),
                kind(),
                dates(),
                noticeDays(),
                autoRenewal(),
                stop(),
                new Prices(newest(ContractChanged::lines, List.of()), newestDay(ContractChanged::lines), change()),
                currency == null ? accountCurrency : currency);
    }

    Dates dates() {
        ContractKind kind = kind();
        LocalDate start = kind == ContractKind.SUBSCRIPTION ? MovedEnds.start(this) : newest(ContractChanged::startsOn);
        LocalDate end = newest(ContractChanged::endsOn);
        if (end != null) {
            return Days.isUsable(end)
                    ? dated(start == null ? assumedStart(kind, end) : start, end)
                    : new Dates.Unusable();
        }
        return switch (kind) {
            case TRIAL -> start == null ? new Dates.Unusable() : dated(start, start.plusDays(TRIAL_DAYS - 1));
            case SUBSCRIPTION -> open(OpenEnds.since(this, start == null ? firstDay() : start));
        };
    }

    private static Dates dated(LocalDate start, LocalDate end) {
        return Days.isUsable(start) && Days.isUsable(end) && !end.isBefore(start)
                ? new Dates.Dated(new Period(start, end))
                : new Dates.Unusable();
    }

    /**
     * A no to a contract without an end is the last day on which it could be said: the notice runs from there. Where it
     * has run out before the contract begins there is no term.
     */
    Dates open(LocalDate since) {
        LocalDate stoppedOn = stop().since();
        if (stoppedOn == null) {
            return Days.isUsable(since) ? new Dates.OpenEnded(since) : new Dates.Unusable();
        }
        Period days = dated(since, stoppedOn.plusDays(noticeDays())).period();
        return days == null ? new Dates.Unusable() : new Dates.Closed(days);
    }

    private LocalDate firstDay() {
        return day(oldestFirst.getFirst());
    }

    private Prices.@Nullable Change change() {
        for (int newest = oldestFirst.size() - 1; newest >= 0; newest--) {
            ContractChanged version = oldestFirst.get(newest);
            List<ContractLine> lines = version.renewalLines();
            if (lines != null) {
                return new Prices.Change(lines, day(version), termKnownAt(newest));
            }
        }
        return null;
    }

    /** The term that was named by that version, or else first after it. */
    private @Nullable Period termKnownAt(int index) {
        for (int known = index + 1; known <= oldestFirst.size(); known++) {
            Versions then = before(known);
            Period term = then.dates().period();
            if (term != null) {
                return term;
            }
        }
        return null;
    }

    private static LocalDate assumedStart(ContractKind kind, LocalDate end) {
        return switch (kind) {
            case SUBSCRIPTION -> end.plusDays(1).minusYears(1);
            case TRIAL -> end.minusDays(TRIAL_DAYS - 1);
        };
    }

    int count() {
        return oldestFirst.size();
    }

    /** The oldest has the index 0. */
    ContractChanged get(int index) {
        return oldestFirst.get(index);
    }

    /** What that version says of the status, if anything. */
    @Nullable
    ContractStatus statusSaid(int index) {
        return status(get(index));
    }

    /** So many of the oldest. */
    Versions before(int index) {
        return new Versions(oldestFirst.subList(0, index), zone);
    }

    ContractKind kind() {
        return newest(ContractChanged::kind, ContractKind.SUBSCRIPTION);
    }

    int noticeDays() {
        return newest(ContractChanged::noticeDays, 0);
    }

    AutoRenewal autoRenewal() {
        return new AutoRenewal(said(ContractChanged::autoRenew));
    }

    Stop stop() {
        NavigableMap<LocalDate, ContractStatus> said = said(Versions::status);
        if (status(oldestFirst.getFirst()) == null) {
            said.putIfAbsent(firstDay(), ContractStatus.ACTIVE);
        }
        return new Stop(newest(Versions::status, ContractStatus.ACTIVE), said, cancelledOn());
    }

    /** What was said of a cancellation before it was taken back speaks of none that came later. */
    private @Nullable LocalDate cancelledOn() {
        for (ContractChanged version : oldestFirst.reversed()) {
            ContractStatus status = status(version);
            if (status != null && !Stop.stops(status)) {
                return null;
            }
            if (version.cancelledOn() != null) {
                return version.cancelledOn();
            }
        }
        return null;
    }

    /**
     * A version that names a day of cancellation speaks of a cancelled contract, also when it calls it active: it runs
     * until its term ends.
     */
    private static @Nullable ContractStatus status(ContractChanged version) {
        boolean runs = version.status() == null || version.status() == ContractStatus.ACTIVE;
        return runs && version.cancelledOn() != null ? ContractStatus.CANCELLED : version.status();
    }

    private <T> NavigableMap<LocalDate, T> said(Function<ContractChanged, @Nullable T> field) {
        NavigableMap<LocalDate, T> said = new TreeMap<>();
        for (ContractChanged version : oldestFirst) {
            T word = field.apply(version);
            if (word != null) {
                said.put(day(version), word);
            }
        }
        return said;
    }

    private <T> T newest(Function<ContractChanged, @Nullable T> field, T unsaid) {
        T word = newest(field);
        return word == null ? unsaid : word;
    }

    private <T> @Nullable T newest(Function<ContractChanged, @Nullable T> field) {
        for (ContractChanged version : oldestFirst.reversed()) {
            T word = field.apply(version);
            if (word != null) {
                return word;
            }
        }
        return null;
    }

    private @Nullable LocalDate newestDay(Function<ContractChanged, @Nullable Object> field) {
        for (ContractChanged version : oldestFirst.reversed()) {
            if (field.apply(version) != null) {
                return day(version);
            }
        }
        return null;
    }

    LocalDate day(ContractChanged version) {
        return version.occurredAt().atZone(zone).toLocalDate();
    }
}
