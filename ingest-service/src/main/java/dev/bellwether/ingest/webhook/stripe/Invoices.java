package dev.bellwether.ingest.webhook.stripe;

import dev.bellwether.contracts.InvoiceChanged;
import dev.bellwether.contracts.InvoiceStatus;
import dev.bellwether.ingest.webhook.notice.Claim;
import dev.bellwether.ingest.webhook.notice.Owner;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What events of an invoice say. A draft is owed by nobody and says nothing, neither does an upcoming one. */
record Invoices(StripeVocabulary vocabulary) {

    List<Claim> claims(StripeEvent event, Owner owner) {
        StripeObject invoice = event.object();
        String invoiceId = invoice.text("/id");
        if (invoiceId == null || "draft".equals(invoice.text("/status"))) {
            return List.of();
        }
        List<Claim> claims = new ArrayList<>();
        claims.add(Claim.of(invoice(event, invoiceId), owner));
        if (event.type().equals("invoice.payment_failed")) {
            claims.add(Payments.ofInvoice(event, invoiceId, owner));
        }
        return claims;
    }

    private InvoiceChanged invoice(StripeEvent event, String invoiceId) {
        StripeObject invoice = event.object();
        InvoiceStatus status = status(event);
        LocalDate issuedOn = vocabulary.day(
                invoice.instant("/status_transitions/finalized_at", "/effective_at", "/created", "/date"));
        LocalDate dueOn = vocabulary.day(invoice.instant("/due_date"));
        Instant paidAt = invoice.instant("/status_transitions/paid_at");
        return new InvoiceChanged(
                Claim.occurrence(event.id(), event.created()),
                invoiceId,
                invoice.whole("/amount_due"),
                invoice.currency("/currency"),
                issuedOn,
                dueOn == null ? issuedOn : dueOn, // what is charged automatically is due at once
                status,
                status == InvoiceStatus.PAID ? vocabulary.day(paidAt == null ? event.created() : paidAt) : null);
    }

    /** A status that is not known yet keeps what an earlier event said. */
    private static @Nullable InvoiceStatus status(StripeEvent event) {
        String status = event.object().text("/status");
        if (status == null) {
            return flagged(event.object());
        }
        return switch (status) {
            case "open" -> InvoiceStatus.OPEN;
            case "paid" -> InvoiceStatus.PAID;
            case "void", "deleted" -> InvoiceStatus.VOID;
            case "uncollectible" -> InvoiceStatus.UNCOLLECTIBLE;
            default -> null;
        };
    }

    /** Before 2018-11-08 invoices had flags instead; one that is closed or forgiven is collected no more. */
    private static InvoiceStatus flagged(StripeObject invoice) {
        if (invoice.isTrue("/paid")) {
            return InvoiceStatus.PAID;
        }
        if (invoice.isTrue("/forgiven")) {
            return InvoiceStatus.UNCOLLECTIBLE;
        }
        return invoice.isTrue("/closed") ? InvoiceStatus.VOID : InvoiceStatus.OPEN;
    }
}
