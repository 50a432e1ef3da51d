package dev.bellwether.ingest.webhook.stripe;

import static java.util.Comparator.comparing;
import static java.util.Comparator.naturalOrder;
import static java.util.Comparator.nullsFirst;
import static java.util.Comparator.nullsLast;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.util.Comparator;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;

/** From when to when is paid for, or tried. */
record BillingPeriod(@Nullable Instant from, @Nullable Instant to) {

    /** The one that ends first; of those the shortest. */
    private static final Comparator<BillingPeriod> SOONEST = comparing(BillingPeriod::to, nullsLast(naturalOrder()))
            .thenComparing(
                    BillingPeriod::from,
                    nullsFirst(Comparator.<Instant>naturalOrder()).reversed());

    static BillingPeriod tried(StripeObject subscription) {
        return new BillingPeriod(
                subscription.instant("/trial_start", "/start_date", "/start", "/created"),
                subscription.instant("/trial_end"));
    }

    /** The current period, or what is known of it: a subscription that shows none has run since it began. */
    static BillingPeriod paid(StripeObject subscription) {
        BillingPeriod current = current(subscription);
        return current.from == null ? new BillingPeriod(subscription.instant("/start_date"), current.to) : current;
    }

    /**
     * The current period. Since 2025-03-31 each item has its own, which differ where one is paid by the year and another by
     * the month: the next decision is due when the first of them ends, in whatever order they are listed.
     */
    static BillingPeriod current(StripeObject subscription) {
        BillingPeriod own = of(subscription);
        return own.to != null
                ? own
                : StreamSupport.stream(subscription.node().at("/items/data").spliterator(), false)
                        .map(BillingPeriod::of)
                        .min(SOONEST)
                        .orElse(own);
    }

    private static BillingPeriod of(JsonNode item) {
        return of(new StripeObject(item));
    }

    private static BillingPeriod of(StripeObject object) {
        return new BillingPeriod(object.instant("/current_period_start"), object.instant("/current_period_end"));
    }
}
