package dev.bellwether.benchmarks.day;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.bellwether.benchmarks.health.Use;
import dev.bellwether.benchmarks.health.Wire;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import org.apache.kafka.clients.producer.ProducerRecord;

/**
 * An account as there are many: a profile, four users, an invoice and a ticket, so that a look at it has something to
 * compute. Each user was active twice, a week apart, and all of them in the last four days.
 *
 * @param number from 0
 * @param today the day after its last event
 */
record Customer(int number, LocalDate today) {

    static final int USERS = 4;

    private static final List<String> PRIORITIES = List.of("low", "normal", "high", "urgent");
    private static final int WEEK = 7;

    /** Its events, as they stand on the log. */
    List<ProducerRecord<String, byte[]>> events() {
        List<ProducerRecord<String, byte[]>> events = new ArrayList<>();
        events.add(event("account-events", "account", 40, """
                {"name": "Customer %d", "owner": "csm-%d@example.com", "segment": "mid-market", "stage": "live", \
                "seats": 10}""".formatted(number, number % 40)));
        for (int user = 0; user < USERS; user++) {
            events.add(Wire.record(use(user, 1 + user)));
            events.add(Wire.record(use(user, 1 + user + WEEK)));
        }
        events.add(event(
                "billing-events", "invoice", 30, """
                {"invoiceId": "in-1", "amount": 12300, "currency": "EUR", "issuedOn": "%s", "dueOn": "%s", \
                "status": "open"}""".formatted(today.minusDays(30), today.plusDays(5 - number % 40))));
        events.add(
                event("support-events", "ticket", 3, """
                {"ticketId": "t-1", "openedAt": "%s", "status": "open", "priority": "%s"}""".formatted(at(3), PRIORITIES.get(number % PRIORITIES.size()))));
        return events;
    }

    private ProducerRecord<String, byte[]> event(String topic, String type, int daysAgo, String data) {
        Wire.Head head = new Wire.Head("bellwether." + type, Wire.account(number), type + "-1", at(daysAgo));
        return Wire.record(topic, head, data.getBytes(UTF_8));
    }

    private Use use(int user, int daysAgo) {
        return new Use(daysAgo, number, user, (number + user) % 6, at(daysAgo));
    }

    private Instant at(int daysAgo) {
        return today.minusDays(daysAgo).atTime(9, 0).toInstant(ZoneOffset.UTC);
    }
}
