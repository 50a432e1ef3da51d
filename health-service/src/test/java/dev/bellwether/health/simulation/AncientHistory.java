package dev.bellwether.health.simulation;

import dev.bellwether.contracts.Fact;
import dev.bellwether.contracts.InvoiceChanged;
import dev.bellwether.contracts.InvoiceStatus;
import dev.bellwether.contracts.Mentioned;
import dev.bellwether.contracts.Occurrence;
import dev.bellwether.contracts.UsageRecorded;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;

/** What happened about as long ago as the retention of 400 days, and just before it. */
final class AncientHistory {

    private static final int RETENTION_DAYS = 400;
    private static final String IGNORED = Company.IGNORED_EVENTS.iterator().next();

    private AncientHistory() {}

    /** Within the retention, and still so when the day turns meanwhile. */
    static List<Fact> kept(String account, LocalDate today) {
        LocalDate day = today.minusDays(RETENTION_DAYS - 2);
        return List.of(used("kept-use", account, day), owed("kept-invoice", account, day));
    }

    /** Before the retention: counted, and left out of figures. */
    static List<Fact> leftOut(String account, LocalDate today) {
        LocalDate day = today.minusDays(RETENTION_DAYS + 2);
        return List.of(
                used("old-use", account, day),
                new UsageRecorded(occurred("old-heartbeat", account, day), "an early user", IGNORED, BigDecimal.ONE),
                owed("old-invoice", account, day),
                new Mentioned(occurred("old-mention", account, day), null, BigDecimal.ONE.negate(), null, null));
    }

    private static Fact used(String id, String account, LocalDate day) {
        return new UsageRecorded(occurred(id, account, day), "an early user", "export", BigDecimal.ONE);
    }

    private static Fact owed(String id, String account, LocalDate day) {
        return new InvoiceChanged(
                occurred(id, account, day), id, 1_00L, "EUR", day, day.plusDays(14), InvoiceStatus.PAID, day);
    }

    private static Occurrence occurred(String id, String account, LocalDate day) {
        return new Occurrence(id, account, day.atTime(12, 0).toInstant(ZoneOffset.UTC));
    }
}
