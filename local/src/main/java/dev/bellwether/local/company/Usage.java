package dev.bellwether.local.company;

import dev.bellwether.local.door.Letter;
import dev.bellwether.local.door.Letters;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;

/** What the people of a customer did in the product on a day: less at weekends, between eight and six of their own time. */
record Usage(Dice dice, Letters letters) {

    private static final double WEEKEND = 0.1;

    List<Letter> on(LocalDate day, Customer customer) {
        List<Letter> done = new ArrayList<>();
        for (Person person : customer.people()) {
            if (person.worksOn(day)) {
                done.addAll(by(person, day, customer));
            }
        }
        return done;
    }

    /** What a person would do next, in the order of preference. */
    static String feature(Person person, SplittableRandom random) {
        // the smaller of two draws: favourites come more often
        int count = person.features().size();
        return person.features().get(Math.min(random.nextInt(count), random.nextInt(count)));
    }

    private List<Letter> by(Person person, LocalDate day, Customer customer) {
        SplittableRandom random = dice.forThe("usage", customer.number(), person.number(), day.toEpochDay());
        boolean weekend = day.getDayOfWeek() == DayOfWeek.SATURDAY || day.getDayOfWeek() == DayOfWeek.SUNDAY;
        if (random.nextDouble() >= person.diligence() * (weekend ? WEEKEND : 1)) {
            return List.of();
        }
        List<Letter> done = new ArrayList<>();
        int times = 1 + random.nextInt(4);
        for (int i = 0; i < times; i++) {
            Instant at = day.atStartOfDay(customer.profile().zone())
                    .plusHours(8)
                    .plusSeconds(random.nextInt(10 * 3600))
                    .toInstant();
            String id = "usage-" + person.id() + "-" + day + "-" + i;
            done.add(letters.track(id, at, customer.id(), person.id(), feature(person, random)));
        }
        return done;
    }
}
