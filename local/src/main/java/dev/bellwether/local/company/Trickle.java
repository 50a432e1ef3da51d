package dev.bellwether.local.company;

import dev.bellwether.local.door.Letter;
import dev.bellwether.local.door.Letters;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;

/** What happens at the customers in one second of the present: some usage always, something rarer now and then. */
final class Trickle {

    private static final int SECONDS_PER_TICKET = 400;
    private static final int SECONDS_PER_PAYMENT = 300;
    private static final int SECONDS_PER_ANSWER = 240;

    private final Letters letters = new Letters("/bellwether/local/live");
    private final List<Customer> customers;
    private final SplittableRandom random;

    Trickle(Company company, Instant start) {
        this.customers = company.customers();
        this.random = company.dice().forThe("live", start.toEpochMilli());
    }

    List<Letter> at(Instant now) {
        List<Letter> happened = new ArrayList<>();
        LocalDate today = now.atZone(ZoneOffset.UTC).toLocalDate();
        int times = 1 + random.nextInt(3);
        for (int i = 0; i < times; i++) {
            usage(now.minusMillis(i), today, happened);
        }
        if (random.nextInt(SECONDS_PER_TICKET) == 0) {
            ticket(now, happened);
        }
        if (random.nextInt(SECONDS_PER_PAYMENT) == 0) {
            payment(now, today, happened);
        }
        if (random.nextInt(SECONDS_PER_ANSWER) == 0) {
            answer(now, today, happened);
        }
        return happened;
    }

    private void usage(Instant now, LocalDate today, List<Letter> happened) {
        Customer customer = Dice.pick(random, customers);
        Person person = Dice.pick(random, customer.people());
        // who is more diligent comes more often; who has left does not come back
        if (person.worksOn(today) && random.nextDouble() < person.diligence()) {
            String id = "live-usage-" + person.id() + "-" + now.toEpochMilli();
            happened.add(letters.track(id, now, customer.id(), person.id(), Usage.feature(person, random)));
        }
    }

    /** Opened a while ago and solved now, so that no ticket stays open when the demo ends. */
    private void ticket(Instant now, List<Letter> happened) {
        Customer customer = healthy();
        String id = "live-ticket-" + customer.id() + "-" + now.toEpochMilli();
        Instant opened = now.minus(Duration.ofMinutes(20));
        happened.add(letters.fact(
                "bellwether.ticket",
                id + "-open",
                opened,
                customer.id(),
                Map.of("ticketId", id, "openedAt", opened.toString(), "status", "open", "priority", "normal")));
        happened.add(letters.fact(
                "bellwether.ticket",
                id + "-solved",
                now,
                customer.id(),
                Map.of("ticketId", id, "status", "solved", "solvedAt", now.toString())));
    }

    private void payment(Instant now, LocalDate today, List<Letter> happened) {
        Customer customer = healthy();
        String id = "live-invoice-" + customer.id() + "-" + now.toEpochMilli();
        Map<String, Object> invoice = Map.of(
                "invoiceId", id,
                "amount", 100L * (20 + random.nextInt(200)),
                "currency", customer.profile().currency(),
                "issuedOn", today.toString(),
                "dueOn", today.plusDays(14).toString(),
                "status", "paid",
                "paidOn", today.toString());
        happened.add(letters.fact("bellwether.invoice", id, now, customer.id(), invoice));
    }

    private void answer(Instant now, LocalDate today, List<Letter> happened) {
        Customer customer = healthy();
        Person person = Dice.pick(random, customer.people());
        if (person.worksOn(today)) {
            happened.add(letters.fact(
                    "bellwether.survey",
                    "live-survey-" + person.id() + "-" + now.toEpochMilli(),
                    now,
                    customer.id(),
                    Map.of("userId", person.id(), "kind", "NPS", "score", Dice.pick(random, Voice.CONTENT))));
        }
    }

    private Customer healthy() {
        return Dice.pick(
                random,
                customers.stream()
                        .filter(customer -> customer.story() == Story.HEALTHY)
                        .toList());
    }
}
