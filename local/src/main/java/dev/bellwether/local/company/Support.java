package dev.bellwether.local.company;

import dev.bellwether.local.door.Letter;
import dev.bellwether.local.door.Letters;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;

/** A customer's support tickets: opened, and solved some days later, with an answer on how that went now and then. */
record Support(Dice dice, Letters letters, LocalDate today) {

    private static final double USUAL_PER_DAY = 0.03;
    private static final List<String> PRIORITIES = List.of("low", "normal", "normal", "normal", "high");
    private static final int STORM_DAYS = 5;

    /** Everything about the tickets that were opened on a day; what follows from them may lie some days later. */
    List<Letter> openedOn(LocalDate day, Customer customer) {
        List<Letter> done = new ArrayList<>();
        if (day.isBefore(customer.since())) {
            return done;
        }
        SplittableRandom random = dice.forThe("tickets", customer.number(), day.toEpochDay());
        int usual = random.nextDouble() < USUAL_PER_DAY ? 1 : 0;
        for (int i = 0; i < usual; i++) {
            done.addAll(ticket(customer, day, i, Dice.pick(random, PRIORITIES), 1 + random.nextInt(3)));
        }
        done.addAll(ofStory(customer, day));
        return done;
    }

    private List<Letter> ofStory(Customer customer, LocalDate day) {
        List<Letter> done = new ArrayList<>();
        boolean storm = day.isAfter(today.minusDays(STORM_DAYS)) && !day.isAfter(today);
        if (customer.story() == Story.TICKET_STORM && storm) {
            done.addAll(ticket(customer, day, 10, "high", Long.MAX_VALUE));
            done.addAll(ticket(customer, day, 11, "normal", 1));
        }
        if (customer.story() == Story.IN_THE_RED && day.equals(today.minusDays(8))) {
            done.addAll(ticket(customer, day, 10, "urgent", Long.MAX_VALUE));
        }
        return done;
    }

    private List<Letter> ticket(Customer customer, LocalDate day, int number, String priority, long solvedAfterDays) {
        String id = "ticket-" + customer.id() + "-" + day + "-" + number;
        SplittableRandom random = dice.forThe("ticket", customer.number(), day.toEpochDay(), number);
        // before noon, so that a ticket of today is likely to have been opened already
        Instant opened = day.atStartOfDay(ZoneOffset.UTC)
                .plusSeconds(random.nextInt(12 * 3600))
                .toInstant();
        Map<String, Object> ticket = new LinkedHashMap<>();
        ticket.put("ticketId", id);
        ticket.put("openedAt", opened.toString());
        ticket.put("status", "open");
        ticket.put("priority", priority);
        List<Letter> done = new ArrayList<>();
        done.add(letters.fact("bellwether.ticket", id + "-open", opened, customer.id(), ticket));
        if (solvedAfterDays != Long.MAX_VALUE) {
            Instant solved = opened.plus(Duration.ofDays(solvedAfterDays)).plusSeconds(random.nextInt(20_000));
            done.add(letters.fact(
                    "bellwether.ticket",
                    id + "-solved",
                    solved,
                    customer.id(),
                    Map.of("ticketId", id, "status", "solved", "solvedAt", solved.toString())));
            done.addAll(answer(customer, id, solved, random));
        }
        return done;
    }

    private List<Letter> answer(Customer customer, String ticketId, Instant solved, SplittableRandom random) {
        if (random.nextInt(3) > 0) {
            return List.of();
        }
        int score = customer.story() == Story.TICKET_STORM ? 2 : 3 + random.nextInt(3);
        Person person = Dice.pick(random, customer.people());
        return List.of(letters.fact(
                "bellwether.survey",
                ticketId + "-csat",
                solved.plus(Duration.ofHours(2)),
                customer.id(),
                Map.of("userId", person.id(), "kind", "CSAT", "score", score)));
    }
}
