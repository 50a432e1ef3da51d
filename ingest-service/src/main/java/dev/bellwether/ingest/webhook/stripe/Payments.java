package dev.bellwether.ingest.webhook.stripe;

import dev.bellwether.contracts.PaymentFailed;
import dev.bellwether.ingest.webhook.notice.Claim;
import dev.bellwether.ingest.webhook.notice.Owner;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What events of a failed payment say. One refused card makes up to three events, of the charge, the payment intent and
 * the invoice. Of these exactly one failure of the invoice must follow, whichever come, in any order: where both sides name
 * the charge and the invoice, they claim it by the same id, and else the invoice's event alone does. The other two also claim
 * a failure of the payment, which counts nowhere, for no invoice has that id: it keeps the reason, which the invoice's event
 * does not know and may come first.
 */
final class Payments {

    private static final int LONGEST_REASON = 500;

    private Payments() {}

    /** An {@code invoice.payment_failed}. */
    static Claim ofInvoice(StripeEvent event, String invoiceId, Owner owner) {
        StripeObject invoice = event.object();
        return claim(
                event,
                invoice.id("/charge"),
                invoiceId,
                reason(invoice, "/last_finalization_error/code", "/charge/failure_code"),
                owner);
    }

    /** A {@code charge.failed} or a {@code payment_intent.payment_failed}. */
    static List<Claim> claims(StripeEvent event, Owner owner) {
        StripeObject payment = event.object();
        String charge = event.type().startsWith("charge.")
                ? payment.text("/id")
                : payment.id("/latest_charge", "/last_payment_error/charge", "/charges/data/0");
        String invoice = charge == null ? null : payment.id("/invoice");
        String reason = reason(
                payment,
                "/failure_code",
                "/failure_message",
                "/last_payment_error/code",
                "/last_payment_error/message");
        return Stream.of(invoice, payment.id("/payment_intent", "/id"))
                .filter(Objects::nonNull)
                .map(failed -> claim(event, charge, failed, reason, owner))
                .toList();
    }

    /** What is said of different things has different ids, whatever the charge is. */
    private static Claim claim(
            StripeEvent event, @Nullable String charge, String failed, @Nullable String reason, Owner owner) {
        String id = (charge == null ? event.id() : charge) + "-" + failed + "-payment-failed";
        return Claim.of(new PaymentFailed(Claim.occurrence(id, event.created()), failed, reason), owner);
    }

    private static @Nullable String reason(StripeObject object, String... pointers) {
        String reason = object.text(pointers);
        return reason == null || reason.length() <= LONGEST_REASON ? reason : reason.substring(0, LONGEST_REASON);
    }
}
