package dev.bellwether.ingest.webhook.stripe;

import dev.bellwether.contracts.ContractChanged;
import dev.bellwether.contracts.ContractKind;
import dev.bellwether.contracts.ContractStatus;
import dev.bellwether.ingest.webhook.notice.Claim;
import dev.bellwether.ingest.webhook.notice.Owner;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What events of a subscription say: a contract, or a trial of one, whose term is the period that is paid for. */
record Subscriptions(StripeVocabulary vocabulary) {

    List<Claim> claims(StripeEvent event, Owner owner) {
        String contractId = event.object().text("/id");
        return contractId == null ? List.of() : List.of(Claim.of(contract(event, contractId), owner));
    }

    private ContractChanged contract(StripeEvent event, String contractId) {
        StripeObject subscription = event.object();
        boolean trial = Trials.isTrial(subscription);
        BillingPeriod period = trial ? BillingPeriod.tried(subscription) : BillingPeriod.paid(subscription);
        ContractStatus status = status(subscription);
        boolean leaving = status == ContractStatus.CANCELLED || status == ContractStatus.ENDED;
        LocalDate cancelledOn = vocabulary.day(subscription.instant("/canceled_at", "/ended_at"));
        return new ContractChanged(
                Claim.occurrence(event.id(), event.created()),
                contractId,
                trial ? ContractKind.TRIAL : ContractKind.SUBSCRIPTION,
                vocabulary.day(period.from()),
                lastDay(subscription, period, trial),
                null, // Stripe knows no notice
                !leaving && !"paused".equals(subscription.text("/status")),
                Prices.lines(subscription),
                Prices.currency(subscription),
                status,
                leaving ? (cancelledOn == null ? vocabulary.day(event.created()) : cancelledOn) : null);
    }

    /** A status that is not known yet, and a pause, keep what an earlier event said. */
    private static @Nullable ContractStatus status(StripeObject subscription) {
        String status = subscription.text("/status");
        return switch (status == null ? "" : status) {
            case "canceled" -> ContractStatus.ENDED;
            case "incomplete", "incomplete_expired" -> ContractStatus.DRAFT; // never paid: nothing was agreed
            case "trialing", "active", "past_due", "unpaid" ->
                subscription.isTrue("/cancel_at_period_end") || subscription.whole("/cancel_at") != null
                        ? ContractStatus.CANCELLED
                        : ContractStatus.ACTIVE;
            default -> null;
        };
    }

    /** A period ends in the moment in which the next one begins, so that its last day is the day before. */
    private @Nullable LocalDate lastDay(StripeObject subscription, BillingPeriod period, boolean trial) {
        Instant end = subscription.instant("/ended_at", "/cancel_at");
        if (trial && end != null && period.to() != null && end.isAfter(period.to())) {
            end = period.to(); // a trial lasts no longer than it was to, whenever it is cleared away
        }
        LocalDate last = vocabulary.day(end == null ? period.to() : end);
        LocalDate first = vocabulary.day(period.from());
        if (last == null) {
            return null;
        }
        LocalDate lastWhole = end == null || end.equals(period.to()) ? last.minusDays(1) : last;
        return first != null && lastWhole.isBefore(first) ? first : lastWhole;
    }
}
