package dev.bellwether.ingest.webhook.stripe;

import java.time.Duration;
import java.time.Instant;

/** Tells trials from subscriptions: who leaves a trial, or lets it run out, was no customer and is not lost as one. */
final class Trials {

    private static final String RAN_OUT = "trial_end_without_payment_method";

    /** A trial that a checkout makes may begin a moment after its subscription. */
    private static final Duration AT_ONCE = Duration.ofDays(1);

    private Trials() {}

    static boolean isTrial(StripeObject subscription) {
        return !isGoodwill(subscription) && isTried(subscription);
    }

    /** To Stripe a customer of years is on trial while a month is given for nothing; to us it stays a customer. */
    private static boolean isGoodwill(StripeObject subscription) {
        Instant since = subscription.instant("/start_date", "/created");
        Instant trialStart = subscription.instant("/trial_start");
        Instant from = trialStart == null ? BillingPeriod.current(subscription).from() : trialStart;
        return since != null && from != null && from.isAfter(since.plus(AT_ONCE));
    }

    private static boolean isTried(StripeObject subscription) {
        String status = subscription.text("/status");
        return switch (status == null ? "" : status) {
            case "trialing" -> true;
            case "paused" -> ranOut(subscription) || neverWentOn(subscription);
            case "canceled" -> neverWentOn(subscription);
            default -> false;
        };
    }

    /** Before 2026 only trials that ended without a card were paused, and no reason was given. */
    private static boolean ranOut(StripeObject subscription) {
        String reason = subscription.text("/status_details/paused/subscription/type");
        return reason == null ? subscription.instant("/trial_end") != null : reason.equals(RAN_OUT);
    }

    /** Whether it was over before its trial was, or never came into a period after it. */
    private static boolean neverWentOn(StripeObject subscription) {
        Instant trialEnd = subscription.instant("/trial_end");
        Instant endedAt = subscription.instant("/ended_at");
        Instant from = BillingPeriod.current(subscription).from();
        return trialEnd != null
                && (endedAt != null && !endedAt.isAfter(trialEnd) || from != null && from.isBefore(trialEnd));
    }
}
