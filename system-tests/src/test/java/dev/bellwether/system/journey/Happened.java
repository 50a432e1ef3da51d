package dev.bellwether.system.journey;

import dev.bellwether.system.running.Producer;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** What happens in the journeys, as native events; an id is made of what happened, so that the same is the same event. */
final class Happened {

    private Happened() {}

    static Map<String, Object> account(String id, String name, String owner) {
        return Producer.event("bellwether.account", id + "-described", id, now(), Map.of("name", name, "owner", owner));
    }

    static Map<String, Object> seats(String id, int seats) {
        return Producer.event("bellwether.account", id + "-seats", id, now(), Map.of("seats", seats));
    }

    static Map<String, Object> usage(String account, String user, Instant at) {
        String id = account + "-" + user + "-" + at;
        return Producer.event("bellwether.usage", id, account, at, Map.of("userId", user, "feature", "export"));
    }

    static Map<String, Object> openInvoice(String account, String invoice, LocalDate dueOn) {
        Map<String, Object> data = new LinkedHashMap<>();
        data.put("invoiceId", invoice);
        data.put("amount", 120_000);
        data.put("currency", "EUR");
        data.put("issuedOn", dueOn.minusDays(30).toString());
        data.put("dueOn", dueOn.toString());
        data.put("status", "open");
        return Producer.event("bellwether.invoice", invoice + "-open", account, now(), data);
    }

    static Map<String, Object> paidInvoice(String account, String invoice, LocalDate paidOn) {
        Map<String, Object> data = Map.of("invoiceId", invoice, "status", "paid", "paidOn", paidOn.toString());
        return Producer.event("bellwether.invoice", invoice + "-paid", account, now(), data);
    }

    /** A subscription of a year for 24,000 euros. */
    static Map<String, Object> subscription(String account, String contract, LocalDate endsOn, int noticeDays) {
        Map<String, Object> data = new LinkedHashMap<>();
        data.put("contractId", contract);
        data.put("kind", "subscription");
        data.put("startsOn", endsOn.minusYears(1).plusDays(1).toString());
        data.put("endsOn", endsOn.toString());
        data.put("noticeDays", noticeDays);
        data.put("autoRenew", true);
        data.put("currency", "EUR");
        data.put("status", "active");
        data.put("lines", List.of(Map.of("product", "Platform", "annualAmount", 2_400_000)));
        return Producer.event("bellwether.contract", contract + "-signed", account, now(), data);
    }

    private static Instant now() {
        return Instant.now().truncatedTo(ChronoUnit.MILLIS);
    }
}
