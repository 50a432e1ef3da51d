package dev.bellwether.ingest.csv.row;

import dev.bellwether.contracts.Constant;
import dev.bellwether.contracts.ContractStatus;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Words of a row, and when each was said. */
record Told(Instant at, Row row) {

    /** In UTC it is then the same day from Hawaii to New Zealand. */
    private static final LocalTime EVERYWHERE = LocalTime.of(10, 0);

    private static final Set<String> STOP = Set.of("status", "cancelledOn");
    private static final Set<String> ABOUT_STOP = Set.of("accountId", "contractId", "status", "cancelledOn");

    /**
     * A row says all of it at once, but for a contract that is over: it was agreed on its first day, and stopped later.
     * Said at once it would never have run.
     *
     * @param at when the row as a whole happened
     * @param asOf nothing was said later
     */
    static List<Told> of(Row row, Instant at, Spelling spelling, Instant asOf) {
        if (row.kind() == ImportKind.CONTRACTS && row.value("occurredAt") == null) {
            String startsOn = row.value("startsOn");
            Instant started = startsOn == null ? null : spelling.instant(startsOn);
            Instant stopped = stopped(row, spelling, asOf);
            if (started != null && stopped != null && started.isBefore(stopped)) {
                return List.of(new Told(started, agreed(row)), new Told(stopped, row.only(ABOUT_STOP)));
            }
        }
        return List.of(new Told(at, row));
    }

    private static Row agreed(Row row) {
        return row.without(STOP).with("status", ContractStatus.ACTIVE.json());
    }

    /**
     * When a contract was stopped, by what its row tells; null where it was not. One that is cancelled, nobody knows when,
     * was to be decided until its last day; one without a last day has run until the row says that it is over.
     */
    private static @Nullable Instant stopped(Row row, Spelling spelling, Instant asOf) {
        String told = row.value("status");
        ContractStatus status = told == null
                ? null
                : Constant.read(ContractStatus.values(), told).orElse(null);
        String cancelledOn = row.value("cancelledOn");
        String endsOn = row.value("endsOn");
        boolean ended = status == ContractStatus.ENDED;
        if (status == ContractStatus.DRAFT) {
            return null;
        }
        Instant over = ended && endsOn != null ? on(LocalDate.parse(endsOn).plusDays(1)) : null;
        if (over != null && (cancelledOn == null || !over.isAfter(asOf))) {
            return earlier(over, asOf);
        }
        Instant cancelled = cancelledOn == null ? null : spelling.instant(cancelledOn);
        if (cancelled != null) {
            return earlier(cancelled, asOf);
        }
        if (!ended && status != ContractStatus.CANCELLED) {
            return null;
        }
        return endsOn == null ? asOf : earlier(on(LocalDate.parse(endsOn)), asOf);
    }

    private static Instant on(LocalDate day) {
        return day.atTime(EVERYWHERE).toInstant(ZoneOffset.UTC);
    }

    private static Instant earlier(Instant one, Instant other) {
        return one.isBefore(other) ? one : other;
    }
}
