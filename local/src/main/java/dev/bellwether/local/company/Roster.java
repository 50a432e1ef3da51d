package dev.bellwether.local.company;

import dev.bellwether.local.company.Customer.Agreement;
import dev.bellwether.local.company.Customer.Profile;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.SplittableRandom;

/** Makes up the customers as they are on the company's first day in Bellwether. */
record Roster(Dice dice, LocalDate today) {

    /** Days from today to the decision date: on and around the milestones, so that renewals are seen at every distance. */
    private static final List<Integer> DECISIONS = List.of(1, 5, 7, 13, 14, 27, 30, 45, 60, 75, 90, 110, 120);

    private static final List<ZoneId> ZONES =
            List.of(ZoneId.of("Europe/Berlin"), ZoneId.of("Europe/London"), ZoneId.of("America/New_York"));
    private static final List<String> CURRENCIES = List.of("EUR", "GBP", "USD");

    List<Customer> customers() {
        List<Customer> customers = new ArrayList<>();
        for (int number = 0; number < Names.CUSTOMERS.size(); number++) {
            customers.add(customer(number));
        }
        return customers;
    }

    private Customer customer(int number) {
        SplittableRandom random = dice.forThe("customer", number);
        Story story = Story.of(number);
        int place = random.nextInt(ZONES.size());
        int users = users(story, random);
        Profile profile = new Profile(
                Names.SEGMENTS.get(users < 9 ? 0 : users < 19 ? 1 : 2),
                seats(story, users, random),
                CURRENCIES.get(place),
                ZONES.get(place));
        LocalDate since = since(story, random);
        List<Person> people = new Crowd(dice, today).people(number, story, users, since);
        return new Customer(
                number,
                slug(Names.CUSTOMERS.get(number)),
                Names.CUSTOMERS.get(number),
                story,
                Staff.CSMS.get(number % Staff.CSMS.size()),
                profile,
                since,
                agreement(number, story, users, random),
                people);
    }

    private static int users(Story story, SplittableRandom random) {
        return switch (story) {
            case CHURNING -> 20;
            case GROWING -> 28;
            case TICKET_STORM, CHAMPION_LEFT, INACTIVE -> 14;
            case IN_THE_RED -> 12;
            case TRIAL_ENDING -> 5;
            case STALLED_ONBOARDING -> 1;
            case LATE_PAYER, DETRACTOR, CARD_DECLINED, ADVOCATE, HEALTHY -> 4 + random.nextInt(20);
        };
    }

    private static int seats(Story story, int users, SplittableRandom random) {
        return switch (story) {
            case CHURNING -> 28;
            case GROWING -> 30;
            case STALLED_ONBOARDING -> 10;
            // most use most of what they pay for; one in eight bought far too much
            default -> users + 1 + users / 4 + random.nextInt(1 + users / 4) + (random.nextInt(8) == 0 ? users : 0);
        };
    }

    private LocalDate since(Story story, SplittableRandom random) {
        return switch (story) {
            case TRIAL_ENDING -> today.minusDays(27);
            case STALLED_ONBOARDING -> today.minusDays(33);
            default -> today.minusDays(140 + random.nextInt(240));
        };
    }

    private Agreement agreement(int number, Story story, int users, SplittableRandom random) {
        int noticeDays = List.of(30, 60, 90).get(random.nextInt(3));
        long annualAmount = 12L * 100 * users * (18 + random.nextInt(40));
        boolean autoRenew = random.nextInt(3) > 0;
        if (story == Story.TRIAL_ENDING) {
            return new Agreement("trial", today.minusDays(27), today.plusDays(3), 0, false, annualAmount);
        }
        if (story == Story.STALLED_ONBOARDING) {
            return yearTo(today.plusDays(331), noticeDays, autoRenew, annualAmount);
        }
        int decision = daysToDecision(number, story, 125 + random.nextInt(140));
        return yearTo(today.plusDays(decision + noticeDays), noticeDays, autoRenew, annualAmount);
    }

    /** Some of those with a story have to decide soon, so that the day's renewals are not only those of the healthy. */
    private static int daysToDecision(int number, Story story, int later) {
        return switch (story) {
            case CHURNING -> 21;
            case LATE_PAYER -> 88;
            case TICKET_STORM -> 58;
            case CHAMPION_LEFT -> 34;
            case INACTIVE -> 12;
            case IN_THE_RED -> 47;
            case GROWING, DETRACTOR, TRIAL_ENDING, CARD_DECLINED, ADVOCATE, STALLED_ONBOARDING -> later;
            case HEALTHY -> {
                int healthy = number - Story.HEALTHY.ordinal();
                yield healthy < DECISIONS.size() ? DECISIONS.get(healthy) : later;
            }
        };
    }

    private static Agreement yearTo(LocalDate endsOn, int noticeDays, boolean autoRenew, long annualAmount) {
        return new Agreement(
                "subscription", endsOn.minusYears(1).plusDays(1), endsOn, noticeDays, autoRenew, annualAmount);
    }

    private static String slug(String name) {
        return name.toLowerCase(Locale.ROOT).replace("&", "and").replaceAll("[^a-z]+", "-");
    }
}
