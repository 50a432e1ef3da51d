package dev.bellwether.local.company;

import dev.bellwether.local.door.Letter;
import dev.bellwether.local.door.Letters;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;

/** What the people of a customer say: would they recommend, was it an effort, what do others read; and what the CSM thinks. */
record Voice(Dice dice, Letters letters, LocalDate today) {

    private static final int QUARTER = 90;

    /** What customers without a complaint answer: few are so happy that they recommend. */
    static final List<Integer> CONTENT = List.of(7, 7, 8, 8, 8, 8, 9);

    List<Letter> on(LocalDate day, Customer customer) {
        List<Letter> said = new ArrayList<>();
        for (Person person : customer.people()) {
            if (person.worksOn(day)) {
                said.addAll(of(person, day, customer));
            }
        }
        said.addAll(opinion(day, customer));
        said.addAll(ofStory(day, customer));
        return said;
    }

    /** Everybody is asked once a quarter; a third answers. */
    private List<Letter> of(Person person, LocalDate day, Customer customer) {
        SplittableRandom random = dice.forThe("survey", customer.number(), person.number());
        int askedOn = random.nextInt(QUARTER);
        if (Math.floorMod(day.toEpochDay(), (long) QUARTER) != askedOn || random.nextInt(3) > 0) {
            return List.of();
        }
        int nps = customer.story() == Story.ADVOCATE ? 9 + random.nextInt(2) : Dice.pick(random, CONTENT);
        List<Letter> said = new ArrayList<>();
        said.add(survey(customer, person, day, "NPS", nps, ""));
        if (random.nextInt(4) == 0) {
            said.add(survey(customer, person, day, "CES", 4 + random.nextInt(4), ""));
        }
        return said;
    }

    /** The CSM writes down an opinion about a third of the accounts, once a month. */
    private List<Letter> opinion(LocalDate day, Customer customer) {
        boolean asked = customer.number() % 3 == 0 && day.getDayOfMonth() == 1 + customer.number() % 28;
        if (!asked || day.isBefore(customer.since())) {
            return List.of();
        }
        int opinion = switch (customer.story()) {
            case CHURNING, IN_THE_RED -> 2;
            case TICKET_STORM, DETRACTOR, LATE_PAYER -> 3;
            default -> 4;
        };
        return List.of(letters.fact(
                "bellwether.pulse",
                "pulse-" + customer.id() + "-" + day,
                noon(day),
                customer.id(),
                Map.of("opinion", opinion, "author", customer.owner().email())));
    }

    private List<Letter> ofStory(LocalDate day, Customer customer) {
        Person champion = customer.people().getFirst();
        return switch (customer.story()) {
            case DETRACTOR ->
                day.equals(today.minusDays(6))
                        ? List.of(
                                survey(customer, champion, day, "NPS", 3, "Exports take forever and nobody answers."),
                                mention(customer, day, "-0.6", "Fine product, but exporting a month takes an hour."))
                        : List.of();
            case ADVOCATE ->
                day.isAfter(today.minusDays(30)) && day.isBefore(today.minusDays(24))
                        ? List.of(survey(
                                customer,
                                customer.people()
                                        .get((int) Math.floorMod(day.toEpochDay(), (long) customer.headcount())),
                                day,
                                "NPS",
                                10,
                                "Saves us a day a week."))
                        : List.of();
            case CHURNING ->
                day.isAfter(today.minusDays(26)) && day.isBefore(today.minusDays(19))
                        ? List.of(
                                survey(customer, one(customer, day), day, "NPS", 5, "We are looking at alternatives."))
                        : List.of();
            case IN_THE_RED ->
                day.isAfter(today.minusDays(22)) && day.isBefore(today.minusDays(18))
                        ? List.of(survey(customer, one(customer, day), day, "CSAT", 1, "Still not fixed."))
                        : List.of();
            default -> List.of();
        };
    }

    /** Another person every day. */
    private static Person one(Customer customer, LocalDate day) {
        return customer.people().get((int) Math.floorMod(day.toEpochDay(), (long) customer.headcount()));
    }

    private Letter survey(Customer customer, Person person, LocalDate day, String kind, int score, String comment) {
        Map<String, Object> answer = new LinkedHashMap<>();
        answer.put("userId", person.id());
        answer.put("kind", kind);
        answer.put("score", score);
        if (kind.equals("CES")) {
            answer.put("scale", 7);
        }
        if (!comment.isEmpty()) {
            answer.put("comment", comment);
        }
        String id = "survey-" + kind + "-" + person.id() + "-" + day;
        return letters.fact("bellwether.survey", id, noon(day), customer.id(), answer);
    }

    private Letter mention(Customer customer, LocalDate day, String sentiment, String text) {
        return letters.fact(
                "bellwether.mention",
                "mention-" + customer.id() + "-" + day,
                noon(day),
                customer.id(),
                Map.of("network", "reviews", "sentiment", new BigDecimal(sentiment), "text", text));
    }

    private static Instant noon(LocalDate day) {
        return day.atTime(12, 0).toInstant(ZoneOffset.UTC);
    }
}
