package dev.bellwether.renewal.ledger;

import dev.bellwether.contracts.ContractChanged;
import dev.bellwether.contracts.ContractKind;
import dev.bellwether.contracts.ContractLine;
import dev.bellwether.contracts.ContractStatus;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * What the versions of one contract amount to on a day, worked out day by day as one would in a spreadsheet: it shares no
 * code with what it checks. Terms are whole months from a day that every month has, or some days.
 */
final class PlainLedger {

    private final List<ContractChanged> versions;

    PlainLedger(List<ContractChanged> versions) {
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
                return then.newest(ContractChanged::lines, List.<ContractLine>of()).stream()
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
        return newest(ContractChanged::currency, "XXX");
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
        return new PlainLedger(versions.stream()
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
        if (start == null || end == null) {
            return List.of();
        }
        List<LocalDate[]> terms = new ArrayList<>();
        int months = 0;
        while (start.plusMonths(months).isBefore(end.plusDays(1))) {
            months++;
        }
        boolean whole = start.plusMonths(months).equals(end.plusDays(1));
        long days = end.toEpochDay() - start.toEpochDay() + 1;
        terms.add(new LocalDate[] {start, end});
        while (terms.getLast()[1].isBefore(until) && renewsAfter(terms.getLast()[1])) {
            LocalDate next = terms.getLast()[1].plusDays(1);
            terms.add(new LocalDate[] {next, whole ? next.plusMonths(months).minusDays(1) : next.plusDays(days - 1)});
        }
        return terms;
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
        ContractStatus then = asOf(day, PlainLedger::status);
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
            word = new PlainLedger(List.of(versions.get(i))).newest(field);
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
                .map(PlainLedger::dayOf)
                .findFirst()
                .orElseThrow();
    }

    private static LocalDate dayOf(ContractChanged version) {
        return version.occurredAt().atZone(ZoneOffset.UTC).toLocalDate();
    }
}
