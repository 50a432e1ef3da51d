package dev.bellwether.local.replay;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;

/**
 * Something that was bought for a time.
 *
 * @param seats 0 when it is no plan
 * @param annualAmount twelve times the monthly price, in minor units
 */
record Item(String id, String product, int seats, long annualAmount, LocalDate startsOn, LocalDate endsOn) {

    static Item of(Row row, String currency) throws UnreadableData {
        boolean plan = row.has("plan_id");
        return new Item(
                row.text("subscription_item_id"),
                row.text(plan ? "plan_id" : "add_on_id"),
                plan ? row.integer("quantity") : 0,
                row.minorUnits("mrr_local", currency, 12),
                row.day("effective_start"),
                row.has("effective_end") ? row.day("effective_end") : LocalDate.MAX);
    }

    boolean runsOn(LocalDate day) {
        return !day.isBefore(startsOn) && !day.isAfter(endsOn);
    }

    Instant begins() {
        return startsOn.atStartOfDay().toInstant(ZoneOffset.UTC);
    }
}
