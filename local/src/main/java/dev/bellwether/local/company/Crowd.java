package dev.bellwether.local.company;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.SplittableRandom;

/** Makes up the people of a customer: who they are, how diligent, and when the customer's story lets them come and go. */
record Crowd(Dice dice, LocalDate today) {

    private static final List<String> ROLES = List.of("admin", "planner", "technician", "technician", "office");

    List<Person> people(int customer, Story story, int count, LocalDate since) {
        List<Person> people = new ArrayList<>();
        Set<String> names = new HashSet<>();
        for (int number = 0; number < count; number++) {
            SplittableRandom random = dice.forThe("person", customer, number);
            String name = name(random, names);
            Person person = person(customer, number, name, random)
                    .joining(since.plusDays(Math.min(60, 1 + number * 2L + random.nextInt(4))));
            people.add(inStory(story, person, count));
        }
        return people;
    }

    private static String name(SplittableRandom random, Set<String> taken) {
        String name;
        do {
            name = Dice.pick(random, Names.FIRST) + " " + Dice.pick(random, Names.LAST);
        } while (!taken.add(name));
        return name;
    }

    private static Person person(int customer, int number, String name, SplittableRandom random) {
        String mailbox = name.toLowerCase(Locale.ROOT).replace(' ', '.');
        List<String> features = new ArrayList<>();
        int known = 3 + random.nextInt(6);
        for (int i = 0; i < known; i++) {
            features.add(Dice.pick(random, Names.FEATURES));
        }
        return new Person(
                number,
                "user-" + (customer + 1) + "-" + (number + 1),
                name,
                mailbox + "@customer-" + (customer + 1) + ".example.com",
                number == 0 ? "admin" : ROLES.get(random.nextInt(ROLES.size())),
                number == 0,
                number == 0 ? 0.85 : 0.25 + 0.6 * random.nextDouble(),
                features,
                LocalDate.MIN,
                LocalDate.MAX);
    }

    private Person inStory(Story story, Person person, int count) {
        int number = person.number();
        return switch (story) {
            // the first to come are the last to go; four of twenty are left today
            case CHURNING ->
                number < 4
                        ? person.withDiligence(0.4)
                        : person.withDiligence(0.8).leaving(today.minusDays(5 + 26L * (number - 4) / (count - 5)));
            case IN_THE_RED -> person.withDiligence(0.7).leaving(today.minusDays(18L + number));
            case GROWING -> person.withDiligence(0.75).joining(today.minusDays(118 - 4L * number));
            case CHAMPION_LEFT -> number == 0 ? person.leaving(today.minusDays(20)) : person;
            case INACTIVE -> person.withDiligence(0.6).leaving(today.minusDays(15));
            case TRIAL_ENDING -> person.withDiligence(0.7);
            case STALLED_ONBOARDING -> person.withDiligence(0.3).leaving(today.minusDays(4));
            case ADVOCATE -> person.withDiligence(0.85);
            case LATE_PAYER, TICKET_STORM, DETRACTOR, CARD_DECLINED, HEALTHY -> person;
        };
    }
}
