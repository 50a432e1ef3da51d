package dev.bellwether.contracts;

import org.jspecify.annotations.Nullable;

/** An attempt to collect an invoice failed. Immutable. */
public record PaymentFailed(
        Occurrence occurrence, String invoiceId, @Nullable String reason) implements Fact {

    static PaymentFailed read(Occurrence occurrence, Fields fields) {
        return new PaymentFailed(
                occurrence, fields.required("invoiceId", fields.text("invoiceId")), fields.text("reason"));
    }

    void write(Json json) {
        json.text("invoiceId", invoiceId).text("reason", reason);
    }
}
