package dev.bellwether.renewal.ledger;

import dev.bellwether.contracts.ContractChanged;
import dev.bellwether.contracts.ContractKind;
import dev.bellwether.contracts.ContractLine;
import dev.bellwether.contracts.ContractStatus;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * What the versions of one contract amount to on a day, worked out day by day as one would in a spreadsheet: it shares no
 * code with what it checks. Terms are whole months or some days, or have no last day.
 */
final class PlainLedger {

    private final List<ContractChanged> versions;
    private final ZoneId zone;
    private final String accountCurrency;

    PlainLedger(List<ContractChanged> versions, ZoneId zone, String accountCurrency) {
        this.zone = zone;
        this.accountCurrency = accountCurrency;
        this.versions = versions.stream()
                .sorted(Comparator.comparing(ContractChanged::occurredAt).thenComparing(ContractChanged::id))
                .toList();
    }

    /** Null on days on which no subscription runs. */
    @Nullable
    Long worthOn(LocalDate day) {
        PlainLedger then = runningAsOf(day);
        if (then.versions.isEmpty() || !then.isCustomers()) {
            return null;
        }
        for (LocalDate[] term : then.terms(day)) {
            if (!day.isBefore(term[0]) && !day.isAfter(term[1])) {
                return then.linesOf(term[0]).stream()
                        .mapToLong(ContractLine::annualAmount)
                        .sum();
            }
        }
        return null;
    }

    boolean isDecidedOn(LocalDate day) {
        if (worthOn(day) == null) {
            return false;
        }
        PlainLedger then = runningAsOf(day);
        LocalDate end = day.plusDays(then.newest(ContractChanged::noticeDays, 0));
        return then.terms(end).stream().anyMatch(term -> term[1].equals(end));
    }

    /** Whether it was ended within these days, before a decision date that would have come on one of them. */
    boolean isEndedUndecided(LocalDate from, LocalDate to) {
        LocalDate last = to;
        while (!last.isBefore(from.minusDays(1)) && worthOn(last) == null) {
            last = last.minusDays(1);
        }
        if (last.equals(to) || last.isBefore(from.minusDays(1))) {
            return false;
        }
        PlainLedger then = runningAsOf(last);
        for (LocalDate[] term : then.terms(last)) {
            LocalDate decision = term[1].minusDays(then.newest(ContractChanged::noticeDays, 0));
            if (!last.isBefore(term[0]) && !last.isAfter(term[1])) {
                return decision.isAfter(last) && !decision.isBefore(from) && !decision.isAfter(to);
            }
        }
        return false;
    }

    boolean ranBefore(LocalDate day) {
        LocalDate first = LocalDate.of(2019, 1, 1);
        for (LocalDate earlier = first; earlier.isBefore(day); earlier = earlier.plusDays(1)) {
            if (worthOn(earlier) != null) {
                return true;
            }
        }
        return false;
    }

    String currency() {
        return newest(ContractChanged::currency, accountCurrency);
    }

    /** The versions said by then, without a next term that was named ahead of its time. */
    private PlainLedger runningAsOf(LocalDate day) {
        PlainLedger said = before(day.plusDays(1));
        LocalDate start = said.newest(ContractChanged::startsOn);
        LocalDate end = said.newest(ContractChanged::endsOn);
        if (start == null || end == null || !start.isAfter(day) || !said.isCustomers()) {
            return said;
        }
        LocalDate decidedOn = said.dayOf(version -> start.equals(version.startsOn()));
        PlainLedger earlier = before(decidedOn);
        LocalDate earlierStart = earlier.newest(ContractChanged::startsOn);
        if (earlierStart == null || !earlier.isCustomers() || !start.isAfter(earlierStart)) {
            return said;
        }
        boolean follows = earlier.terms(decidedOn).stream()
                .filter(term -> !decidedOn.isAfter(term[1]))
                .findFirst()
                .map(term -> end.isAfter(term[1]))
                .orElse(false);
        return follows ? earlier : said;
    }

    private PlainLedger before(LocalDate day) {
        return of(versions.stream()
                .filter(version -> dayOf(version).isBefore(day))
                .toList());
    }

    private boolean isCustomers() {
        ContractStatus status = status();
        return newest(ContractChanged::kind, ContractKind.SUBSCRIPTION) == ContractKind.SUBSCRIPTION
                && (status == ContractStatus.ACTIVE || status == ContractStatus.CANCELLED);
    }

    /** First and last days of the terms, up to the first that ends on that day or later. */
    private List<LocalDate[]> terms(LocalDate until) {
        LocalDate start = newest(ContractChanged::startsOn);
        LocalDate end = newest(ContractChanged::endsOn);
        if (start == null) {
            return List.of();
        }
        if (end == null) {
            return open(start);
        }
        int months = 0;
        while (start.plusMonths(months).isBefore(end.plusDays(1))) {
            months++;
        }
        boolean whole = start.plusMonths(months).equals(end.plusDays(1));
        // from the 31st of January to the 28th of February is a month, too, though the 31st of February never comes
        boolean shortly = !whole
                && start.plusMonths(months - 1).equals(end)
                && start.plusMonths(months - 1).getDayOfMonth() < start.getDayOfMonth();
        long days = end.toEpochDay() - start.toEpochDay() + 1;
        List<LocalDate[]> terms = new ArrayList<>();
        terms.add(new LocalDate[] {start, end});
        while (terms.getLast()[1].isBefore(until) && renewsAfter(terms.getLast()[1])) {
            LocalDate next = terms.getLast()[1].plusDays(1);
            int count = terms.size() + 1;
            LocalDate last = whole
                    ? start.plusMonths((long) months * count).minusDays(1)
                    : shortly ? lastDay(start, (months - 1) * count) : next.plusDays(days - 1);
            terms.add(new LocalDate[] {next, last});
        }
        return terms;
    }

    /** The last day of so many months that began on a day that not every month has, where short ones are had whole. */
    private static LocalDate lastDay(LocalDate start, int months) {
        LocalDate sameDay = start.plusMonths(months);
        return sameDay.getDayOfMonth() < start.getDayOfMonth() ? sameDay : sameDay.minusDays(1);
    }

    /** Without a last day it runs until a no, and then for the notice. */
    private List<LocalDate[]> open(LocalDate start) {
        LocalDate stopped = null;
        for (ContractChanged version : versions) {
            if (status(version) == ContractStatus.CANCELLED) {
                stopped = stopped == null ? dayOf(version) : stopped;
            }
        }
        LocalDate named = newest(ContractChanged::cancelledOn);
        LocalDate no = stopped != null && named != null ? named : stopped;
        LocalDate last = no == null ? LocalDate.MAX : no.plusDays(newest(ContractChanged::noticeDays, 0));
        return List.<LocalDate[]>of(new LocalDate[] {start, last});
    }

    /** Those last said, or those of a price at renewal in terms that begin after it took effect. */
    private List<ContractLine> linesOf(LocalDate termStart) {
        List<ContractLine> lines = newest(ContractChanged::lines, List.of());
        ContractChanged change = last(version -> version.renewalLines() != null);
        LocalDate effective = change == null ? null : effective(change);
        if (effective == null || termStart.isBefore(effective)) {
            return lines;
        }
        ContractChanged said = last(version -> version.lines() != null);
        return said != null && !dayOf(said).isBefore(effective)
                ? lines
                : Objects.requireNonNullElse(Objects.requireNonNull(change).renewalLines(), List.of());
    }

    /** The first day of the first term that begins after that was said, and after the term that was agreed then. */
    private @Nullable LocalDate effective(ContractChanged change) {
        LocalDate said = dayOf(change);
        LocalDate start = newest(ContractChanged::startsOn);
        LocalDate end = newest(ContractChanged::endsOn);
        LocalDate thenEnd =
                of(versions.subList(0, versions.indexOf(change) + 1)).newest(ContractChanged::endsOn);
        if (start == null || end == null || thenEnd == null) {
            return null;
        }
        if (start.isAfter(thenEnd) && start.isAfter(said)) {
            return start;
        }
        PlainLedger forever = of(List.of(
                new ContractChanged(change.occurrence(), "", null, start, end, null, true, null, null, null, null)));
        return forever.terms(said).stream()
                .map(term -> term[1])
                .filter(last -> !last.isBefore(said))
                .findFirst()
                .map(last -> last.plusDays(1))
                .orElseThrow();
    }

    private @Nullable ContractChanged last(Function<ContractChanged, Boolean> wanted) {
        return versions.reversed().stream().filter(wanted::apply).findFirst().orElse(null);
    }

    private PlainLedger of(List<ContractChanged> some) {
        return new PlainLedger(some, zone, accountCurrency);
    }

    private boolean renewsAfter(LocalDate end) {
        boolean yes = newest(ContractChanged::autoRenew, false)
                || Objects.equals(asOf(end, ContractChanged::autoRenew), true);
        return yes && !isStoppedBy(end);
    }

    private boolean isStoppedBy(LocalDate day) {
        if (status() != ContractStatus.CANCELLED && status() != ContractStatus.ENDED) {
            return false;
        }
        LocalDate cancelledOn = null;
        for (ContractChanged version : versions) {
            ContractStatus word = status(version);
            boolean takenUp = word == ContractStatus.ACTIVE || word == ContractStatus.DRAFT;
            cancelledOn = takenUp ? null : version.cancelledOn() == null ? cancelledOn : version.cancelledOn();
        }
        if (cancelledOn != null) {
            return !cancelledOn.isAfter(day);
        }
        PlainLedger known = before(day.plusDays(1));
        ContractStatus then = (known.versions.isEmpty() ? of(versions.subList(0, 1)) : known).status();
        return then == ContractStatus.CANCELLED || then == ContractStatus.ENDED;
    }

    private ContractStatus status() {
        return newest(PlainLedger::status, ContractStatus.ACTIVE);
    }

    private static @Nullable ContractStatus status(ContractChanged version) {
        return version.status() == null && version.cancelledOn() != null ? ContractStatus.CANCELLED : version.status();
    }

    /** What was said by the end of that day; where nothing was, what was said first. */
    private <T> @Nullable T asOf(LocalDate day, Function<ContractChanged, @Nullable T> field) {
        T word = before(day.plusDays(1)).newest(field);
        for (int i = 0; word == null && i < versions.size(); i++) {
            word = of(List.of(versions.get(i))).newest(field);
        }
        return word;
    }

    private <T> T newest(Function<ContractChanged, @Nullable T> field, T unsaid) {
        T word = newest(field);
        return word == null ? unsaid : word;
    }

    private <T> @Nullable T newest(Function<ContractChanged, @Nullable T> field) {
        T word = null;
        for (ContractChanged version : versions) {
            T said = field.apply(version);
            word = said == null ? word : said;
        }
        return word;
    }

    private LocalDate dayOf(Function<ContractChanged, Boolean> wanted) {
        return versions.stream()
                .filter(wanted::apply)
                .map(this::dayOf)
                .findFirst()
                .orElseThrow();
    }

    private LocalDate dayOf(ContractChanged version) {
        return version.occurredAt().atZone(zone).toLocalDate();
    }
}
