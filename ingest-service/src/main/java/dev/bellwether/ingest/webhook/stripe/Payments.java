package dev.bellwether.ingest.webhook.stripe;

import dev.bellwether.contracts.PaymentFailed;
import dev.bellwether.ingest.webhook.notice.Claim;
import dev.bellwether.ingest.webhook.notice.Owner;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What events of a failed payment say. One refused card makes up to three events, of the charge, the payment intent and
 * the invoice; where they name the charge they claim the same fact by the same id.
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
        boolean isCharge = event.type().startsWith("charge.");
        String charge = isCharge
                ? payment.text("/id")
                : payment.id("/latest_charge", "/last_payment_error/charge", "/charges/data/0");
        // newer versions name no invoice; the payment then stands for itself
        String invoice = payment.id("/invoice", "/payment_details/order_reference", "/payment_intent", "/id");
        return invoice == null
                ? List.of()
                : List.of(claim(
                        event,
                        charge,
                        invoice,
                        reason(
                                payment,
                                "/failure_code",
                                "/failure_message",
                                "/last_payment_error/code",
                                "/last_payment_error/message"),
                        owner));
    }

    private static Claim claim(
            StripeEvent event, @Nullable String charge, String invoice, @Nullable String reason, Owner owner) {
        String id = (charge == null ? event.id() : charge) + "-payment-failed";
        return Claim.of(new PaymentFailed(Claim.occurrence(id, event.created()), invoice, reason), owner);
    }

    private static @Nullable String reason(StripeObject object, String... pointers) {
        String reason = object.text(pointers);
        return reason == null || reason.length() <= LONGEST_REASON ? reason : reason.substring(0, LONGEST_REASON);
    }
}
