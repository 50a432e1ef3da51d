package dev.bellwether.contracts;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * A version of an invoice; a null field keeps what an earlier version said.
 *
 * @param amount in minor units of the currency
 */
public record InvoiceChanged(
        Occurrence occurrence,
        String invoiceId,
        @Nullable Long amount,
        @Nullable String currency,
        @Nullable LocalDate issuedOn,
        @Nullable LocalDate dueOn,
        @Nullable InvoiceStatus status,
        @Nullable LocalDate paidOn)
        implements Fact {

    static InvoiceChanged read(Occurrence occurrence, Fields fields) {
        return new InvoiceChanged(
                occurrence,
                fields.required("invoiceId", fields.text("invoiceId")),
                fields.money("amount"),
                fields.currency("currency"),
                fields.day("issuedOn"),
                fields.day("dueOn"),
                fields.oneOf("status", InvoiceStatus.class),
                fields.day("paidOn"));
    }

    void write(Json json) {
        json.text("invoiceId", invoiceId).whole("amount", amount).text("currency", currency);
        json.day("issuedOn", issuedOn)
                .day("dueOn", dueOn)
                .constant("status", status)
                .day("paidOn", paidOn);
    }
}
