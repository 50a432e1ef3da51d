package dev.bellwether.local.replay;

import dev.bellwether.local.door.Letter;
import dev.bellwether.local.door.Letters;
import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** What users did, what was invoiced and paid, what was asked of support and what was said. */
final class Happenings {

    private final Letters write;
    private final Map<String, String> firstUsers;
    private final Map<String, String> accountOfInvoice = new HashMap<>();
    private final List<Letter> letters = new ArrayList<>();

    /**
     * Reads on behalf of these users.
     *
     * @param firstUsers who answers for an account where the data names nobody
     */
    Happenings(Letters write, Map<String, String> firstUsers) {
        this.write = write;
        this.firstUsers = firstUsers;
    }

    void read(Tables tables) throws IOException, UnreadableData {
        tables.forEach("product_events", this::usage);
        tables.forEach("invoices", this::invoice);
        tables.forEach("payment_attempts", this::paymentAttempt);
        tables.forEach("support_tickets", this::ticket);
        tables.forEach("nps_responses", this::recommendation);
    }

    List<Letter> letters() {
        return letters;
    }

    private void usage(Row row) throws UnreadableData {
        letters.add(write.track(
                row.text("product_event_id"),
                row.instant("event_at"),
                row.text("account_id"),
                row.text("user_id"),
                row.text("event_name")));
    }

    private void invoice(Row row) throws UnreadableData {
        String id = row.text("invoice_id");
        String account = row.text("account_id");
        accountOfInvoice.put(id, account);
        Map<String, Object> invoice = new LinkedHashMap<>();
        invoice.put("invoiceId", id);
        invoice.put("amount", row.minorUnits("total_local", row.text("currency_code"), 1));
        invoice.put("currency", row.text("currency_code"));
        invoice.put("issuedOn", row.day("invoice_date").toString());
        invoice.put("dueOn", row.day("due_date").toString());
        invoice.put("status", "open");
        letters.add(write.fact("bellwether.invoice", id + "-open", row.at("invoice_date", 0), account, invoice));
        if (row.has("paid_date")) {
            letters.add(write.fact(
                    "bellwether.invoice",
                    id + "-paid",
                    row.at("paid_date", 12),
                    account,
                    Map.of(
                            "invoiceId",
                            id,
                            "status",
                            "paid",
                            "paidOn",
                            row.day("paid_date").toString())));
        }
    }

    private void paymentAttempt(Row row) throws UnreadableData {
        boolean withoutInvoices = accountOfInvoice.isEmpty();
        if (withoutInvoices || !row.text("attempt_status").equals("failed")) {
            return;
        }
        String invoice = row.text("invoice_id");
        String account = accountOfInvoice.get(invoice);
        if (account == null) {
            throw row.unreadable("invoice_id", "is not in invoices.csv: " + invoice);
        }
        Map<String, Object> failure = new LinkedHashMap<>();
        failure.put("invoiceId", invoice);
        if (row.has("failure_reason")) {
            failure.put("reason", row.text("failure_reason"));
        }
        letters.add(write.fact(
                "bellwether.payment-failed",
                row.text("payment_attempt_id"),
                row.instant("attempt_at"),
                account,
                failure));
    }

    private void ticket(Row row) throws UnreadableData {
        String id = row.text("ticket_id");
        String account = row.text("account_id");
        Map<String, Object> ticket = new LinkedHashMap<>();
        ticket.put("ticketId", id);
        ticket.put("openedAt", row.instant("created_at").toString());
        ticket.put("status", "open");
        ticket.put("priority", row.text("priority"));
        letters.add(write.fact("bellwether.ticket", id + "-open", row.instant("created_at"), account, ticket));
        if (row.has("resolved_at")) {
            Instant solved = row.instant("resolved_at");
            letters.add(write.fact(
                    "bellwether.ticket",
                    id + "-solved",
                    solved,
                    account,
                    Map.of("ticketId", id, "status", "solved", "solvedAt", solved.toString())));
        }
        String answered = row.has("closed_at") ? "closed_at" : "resolved_at";
        if (row.has("csat_score") && row.has(answered)) {
            survey(id + "-csat", row.instant(answered), account, "CSAT", row.integer("csat_score"));
        }
    }

    private void recommendation(Row row) throws UnreadableData {
        survey(
                row.text("nps_response_id"),
                row.at("response_date", 12),
                row.text("account_id"),
                "NPS",
                row.integer("nps_score"));
    }

    private void survey(String id, Instant at, String account, String kind, int score) {
        String user = firstUsers.getOrDefault(account, account);
        letters.add(
                write.fact("bellwether.survey", id, at, account, Map.of("userId", user, "kind", kind, "score", score)));
    }
}
