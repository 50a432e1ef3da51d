package dev.bellwether.renewal.ledger;

import dev.bellwether.contracts.ContractChanged;
import dev.bellwether.contracts.ContractKind;
import dev.bellwether.contracts.ContractLine;
import dev.bellwether.contracts.ContractStatus;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What the versions of one contract amount to on a day, worked out day by day as one would in a spreadsheet: it shares no
 * code with what it checks. Terms are whole months or some days, or have no last day.
 */
final class PlainLedger {

    private final List<ContractChanged> versions;
    private final ZoneId zone;
    private final String accountCurrency;
    private final Map<LocalDate, LocalDate> agreedBy = new HashMap<>();
    private @Nullable List<Start> starts;

    /** The first day of a term, and the day on which it was first known. */
    private record Start(LocalDate on, LocalDate saidOn) {}

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

    /** Null on days on which no subscription runs, or one in another currency. */
    @Nullable
    Long worthOn(LocalDate day, String currency) {
        return currency.equals(runningAsOf(day).currency()) ? worthOn(day) : null;
    }

    boolean isDecidedOn(LocalDate day, String currency) {
        if (worthOn(day, currency) == null) {
            return false;
        }
        PlainLedger then = runningAsOf(day);
        LocalDate end = day.plusDays(then.newest(ContractChanged::noticeDays, 0));
        return !then.isOpen() && then.terms(end).stream().anyMatch(term -> term[1].equals(end));
    }

    /** Whether it was ended within these days, before a decision date that would have come on one of them. */
    boolean isEndedUndecided(LocalDate from, LocalDate to, String currency) {
        LocalDate last = to;
        while (!last.isBefore(from.minusDays(1)) && worthOn(last) == null) {
            last = last.minusDays(1);
        }
        if (last.equals(to) || last.isBefore(from.minusDays(1))) {
            return false;
        }
        PlainLedger then = runningAsOf(last);
        if (then.isOpen() || !then.currency().equals(currency)) {
            return false;
        }
        for (LocalDate[] term : then.terms(last)) {
            LocalDate decision = term[1].minusDays(then.newest(ContractChanged::noticeDays, 0));
            if (!last.isBefore(term[0]) && !last.isAfter(term[1])) {
                return decision.isAfter(last) && !decision.isBefore(from) && !decision.isAfter(to);
            }
        }
        return false;
    }

    boolean ranBefore(LocalDate day, String currency) {
        LocalDate first = LocalDate.of(2019, 1, 1);
        for (LocalDate earlier = first; earlier.isBefore(day); earlier = earlier.plusDays(1)) {
            if (worthOn(earlier, currency) != null) {
                return true;
            }
        }
        return false;
    }

    boolean everNames(String currency) {
        return accountCurrency.equals(currency)
                || versions.stream().anyMatch(version -> currency.equals(version.currency()));
    }

    private String currency() {
        return newest(ContractChanged::currency, accountCurrency);
    }

    /** Nobody ever has to decide by a day. */
    private boolean isOpen() {
        return newest(ContractChanged::endsOn) == null;
    }

    private PlainLedger runningAsOf(LocalDate day) {
        return runningOn(day, agreedBy(day));
    }

    /** The last day until then on which something was agreed: a draft of a next term agrees nothing. */
    private LocalDate agreedBy(LocalDate day) {
        if (versions.stream().noneMatch(version -> version.status() == ContractStatus.DRAFT)) {
            return day;
        }
        LocalDate agreed = null;
        for (ContractChanged version : versions) {
            LocalDate said = dayOf(version);
            LocalDate known = agreed;
            if (!said.isAfter(day)) {
                agreed = known == null
                        ? said
                        : agreedBy.computeIfAbsent(
                                said, d -> isSameDraft(d, known) || isDraftOfNext(d, known) ? known : d);
            }
        }
        return agreed == null ? day : agreed;
    }

    /** Said again, be it with other lines, a draft stays what it was. */
    private boolean isSameDraft(LocalDate day, LocalDate agreed) {
        PlainLedger before = before(day);
        PlainLedger drafted = before(day.plusDays(1));
        return !before.versions.isEmpty()
                && dayOf(before.versions.getLast()).isAfter(agreed)
                && drafted.status() == ContractStatus.DRAFT
                && Objects.equals(drafted.start(), before.start())
                && Objects.equals(drafted.newest(ContractChanged::endsOn), before.newest(ContractChanged::endsOn));
    }

    private boolean isDraftOfNext(LocalDate day, LocalDate agreed) {
        PlainLedger drafted = before(day.plusDays(1));
        LocalDate start = drafted.start();
        LocalDate end = drafted.newest(ContractChanged::endsOn);
        PlainLedger running = runningOn(day, agreed);
        return drafted.status() == ContractStatus.DRAFT
                && start != null
                && end != null
                && !end.isBefore(start)
                && running.isCustomers()
                && running.terms(day).stream()
                        .filter(term -> !day.isAfter(term[1]))
                        .limit(1)
                        .anyMatch(
                                term -> end.isAfter(term[1]) && start.isAfter(earlier(term[0].plusDays(27), term[1])));
    }

    private static LocalDate earlier(LocalDate one, LocalDate other) {
        return one.isBefore(other) ? one : other;
    }

    /** What had been said by one day, without a next term that was named ahead of another. */
    private PlainLedger runningOn(LocalDate day, LocalDate known) {
        PlainLedger said = before(known.plusDays(1));
        LocalDate start = said.start();
        LocalDate end = said.newest(ContractChanged::endsOn);
        if (start == null || end == null || !start.isAfter(day) || !said.isCustomers()) {
            return said;
        }
        LocalDate decidedOn = said.starts().getLast().saidOn();
        PlainLedger earlier = runningOn(day, agreedBy(decidedOn.minusDays(1)));
        LocalDate earlierStart = earlier.start();
        if (earlierStart == null || !earlier.isCustomers() || !start.isAfter(earlierStart)) {
            return said;
        }
        LocalDate named = said.before(decidedOn.plusDays(1)).newest(ContractChanged::endsOn);
        boolean follows = earlier.terms(decidedOn).stream()
                .filter(term -> !decidedOn.isAfter(term[1]))
                .findFirst()
                .map(term -> end.isAfter(term[1])
                        && Objects.requireNonNullElse(named, end).isAfter(term[1]))
                .orElse(false);
        return follows && said.goesOnSince(decidedOn) ? earlier.with(said.saidOfRunning(decidedOn)) : said;
    }

    /** Lines and currencies that were said on later days than the next term, which stayed as it was, hold at once. */
    private List<ContractChanged> saidOfRunning(LocalDate namedOn) {
        List<ContractChanged> words = new ArrayList<>();
        for (LocalDate day : versions.stream()
                .map(this::dayOf)
                .filter(namedOn::isBefore)
                .distinct()
                .toList()) {
            PlainLedger before = before(day);
            PlainLedger by = before(day.plusDays(1));
            if (before.status() != ContractStatus.DRAFT
                    && Objects.equals(before.start(), by.start())
                    && Objects.equals(before.newest(ContractChanged::endsOn), by.newest(ContractChanged::endsOn))) {
                words.add(word(
                        by.versions.getLast(),
                        other(before, by, ContractChanged::lines),
                        other(before, by, ContractChanged::currency)));
            }
        }
        return words;
    }

    private static <T> @Nullable T other(
            PlainLedger before, PlainLedger by, Function<ContractChanged, @Nullable T> field) {
        T word = by.newest(field);
        return Objects.equals(word, before.newest(field)) ? null : word;
    }

    private static ContractChanged word(
            ContractChanged said, @Nullable List<ContractLine> lines, @Nullable String currency) {
        return new ContractChanged(said.occurrence(), "", null, null, null, null, null, lines, currency, null, null);
    }

    private PlainLedger with(List<ContractChanged> later) {
        return of(Stream.concat(versions.stream(), later.stream()).toList());
    }

    /** Whether nothing that was said from that day on ended it, or took its dates away. */
    private boolean goesOnSince(LocalDate day) {
        return versions.stream()
                .map(this::dayOf)
                .filter(said -> !said.isBefore(day))
                .map(said -> before(said.plusDays(1)))
                .allMatch(then -> then.status() != ContractStatus.ENDED
                        && !then.terms(day).isEmpty());
    }

    private @Nullable LocalDate start() {
        return starts().isEmpty() ? null : starts().getLast().on();
    }

    /** The first days that count: the one that was said last, and those of the terms for which the last day alone moved. */
    private List<Start> starts() {
        if (starts != null) {
            return starts;
        }
        List<Start> found = new ArrayList<>();
        LocalDate first = null;
        LocalDate last = null;
        for (int i = 0; i < versions.size(); i++) {
            ContractChanged version = versions.get(i);
            boolean otherFirst =
                    version.startsOn() != null && !version.startsOn().equals(first);
            if (otherFirst) {
                LocalDate named = Objects.requireNonNull(version.startsOn());
                first = named;
                List<Start> kept = found.stream()
                        .skip(1)
                        .filter(start -> start.on().isAfter(named))
                        .toList();
                found.clear();
                found.add(new Start(named, dayOf(one -> named.equals(one.startsOn()))));
                found.addAll(kept);
            }
            LocalDate end = version.endsOn();
            if (end != null && !end.equals(last)) {
                if (last != null && !found.isEmpty() && (!otherFirst || found.size() > 1)) {
                    while (found.size() > 1 && end.isBefore(found.getLast().on().plusDays(27))) {
                        found.removeLast();
                    }
                    int before = i;
                    while (before > 1 && dayOf(versions.get(before - 1)).equals(dayOf(version))) {
                        before--;
                    }
                    LocalDate next =
                            of(versions.subList(0, before)).next(found.getLast().on(), last, end, dayOf(version));
                    if (next != null) {
                        found.add(new Start(next, dayOf(version)));
                    }
                }
                last = end;
            }
        }
        starts = found;
        return found;
    }

    /** The first day of a next term that ends on a last day that was moved on; null where that corrects the running one. */
    private @Nullable LocalDate next(LocalDate start, LocalDate end, LocalDate movedTo, LocalDate day) {
        LocalDate next = null;
        for (LocalDate[] term :
                end.isBefore(start) || isTrial() ? List.<LocalDate[]>of() : terms(start, end, movedTo)) {
            long half = (term[1].toEpochDay() - term[0].toEpochDay() + 1) / 2;
            boolean near = !day.isBefore(term[1].minusDays(120 + newest(ContractChanged::noticeDays, 0)))
                    && !day.isBefore(term[0].plusDays(half));
            if (!near || movedTo.isBefore(term[1].plusDays(Math.max(28, half)))) {
                return next;
            }
            boolean longOver =
                    !renewsAfter(term[1]) && !day.isBefore(overSince(term).plusDays(28));
            next = longOver && !movedTo.isBefore(day) ? day : term[1].plusDays(1);
        }
        return next;
    }

    /** The day after, or that on which it was called ended, having been called something else before. */
    private LocalDate overSince(LocalDate[] term) {
        LocalDate ended = null;
        boolean wasElse = false;
        for (ContractChanged version : versions) {
            boolean isEnded = before(dayOf(version).plusDays(1)).status() == ContractStatus.ENDED;
            wasElse |= !isEnded;
            ended = !isEnded ? null : ended == null ? dayOf(version) : ended;
        }
        return ended == null || !wasElse || ended.isBefore(term[0]) || ended.isAfter(term[1])
                ? term[1].plusDays(1)
                : ended;
    }

    private boolean isTrial() {
        return newest(ContractChanged::kind, ContractKind.SUBSCRIPTION) == ContractKind.TRIAL;
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
        LocalDate start = start();
        LocalDate end = newest(ContractChanged::endsOn);
        if (start == null || (end != null && end.isBefore(start))) {
            return List.of();
        }
        return end == null ? open(start) : terms(start, end, until);
    }

    private List<LocalDate[]> terms(LocalDate start, LocalDate end, LocalDate until) {
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
        LocalDate start = start();
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
        boolean endedThen =
                status() == ContractStatus.ENDED && before(end.plusDays(2)).status() == ContractStatus.ENDED;
        return yes && !isStoppedBy(end) && !endedThen;
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
