package dev.bellwether.health.simulation;

import dev.bellwether.contracts.Codec;
import dev.bellwether.contracts.Envelope;
import dev.bellwether.contracts.Fact;
import dev.bellwether.contracts.Reading;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * A made-up customer: everything that happened to it, and how that reached us: late by minutes to weeks, some of it
 * twice, and of that some with another time.
 *
 * @param facts in the order in which they were thought up
 * @param deliveries in the order of arrival
 */
record Company(LocalDate firstDay, LocalDate lastDay, List<Fact> facts, List<Delivery> deliveries) {

    static final Set<String> INTERNAL_DOMAINS = Set.of("bellwether.example");
    static final Set<String> IGNORED_EVENTS = Set.of("heartbeat");

    /** A fact as it comes in. */
    record Delivery(Fact fact, Instant arrivesAt) {}

    private static final int MOST_DAYS = 130;

    /**
     * @param latest nothing occurred after it; its day is the last
     */
    static Company of(long seed, String account, Premises premises, Instant latest) {
        return of(seed, account, premises, latest, MOST_DAYS);
    }

    /** One that has existed for so many days at most. */
    static Company of(long seed, String account, Premises premises, Instant latest, int mostDays) {
        Chance chance = new Chance(seed, account, premises.zone(), latest);
        LocalDate last = premises.dayOf(latest);
        LocalDate first = last.minusDays(chance.between(3, mostDays));
        List<Fact> facts = new ArrayList<>();
        People people = People.of(chance, first, last, facts);
        people.use(chance, first, last, facts);
        Billing.happens(chance, first, last, facts);
        Support.happens(chance, first, last, facts);
        Voice.happens(chance, first, last, people.ids(), facts);
        Profile.happens(chance, first, last, facts);
        OurOwn.happen(chance, first, last, facts);
        return new Company(first, last, List.copyOf(facts), delivered(chance, facts));
    }

    /** Some facts only: what is left of the story when others are taken out of it. */
    Company without(Set<Fact> dropped) {
        Set<String> ids = dropped.stream().map(Fact::id).collect(Collectors.toSet());
        return new Company(
                firstDay,
                lastDay,
                facts.stream().filter(fact -> !ids.contains(fact.id())).toList(),
                deliveries.stream()
                        .filter(delivery -> !ids.contains(delivery.fact().id()))
                        .toList());
    }

    /**
     * The facts in an order that has nothing to do with time, a third of them twice, and some sent again by a producer that
     * gives no time.
     */
    List<Fact> shuffled(long seed) {
        Chance chance = new Chance(seed, "any", ZoneOffset.UTC, Instant.MAX);
        List<Fact> shuffled = new ArrayList<>(facts);
        facts.stream().filter(fact -> chance.oneIn(3)).forEach(shuffled::add);
        Collections.shuffle(shuffled, chance.random());
        for (Fact fact : facts) {
            if (chance.oneIn(8)) {
                int first = shuffled.indexOf(fact);
                Duration later = Duration.ofHours(chance.between(1, 500));
                shuffled.add(
                        chance.between(first + 1, shuffled.size()),
                        sentAgain(fact, fact.occurredAt().plus(later)));
            }
        }
        return shuffled;
    }

    /** The same fact, whose time is that of its arrival because its producer gives none. */
    static Fact sentAgain(Fact fact, Instant arrivesAt) {
        Envelope first = Codec.write(fact, "/simulation");
        Envelope again =
                new Envelope(first.id(), first.source(), first.type(), first.subject(), arrivesAt, first.data());
        return switch (Codec.readFact(again)) {
            case Reading.Understood<Fact>(Fact same) -> same;
            case Reading.Refused<Fact> refused -> throw new IllegalStateException(fact + " " + refused.problems());
        };
    }

    private static List<Delivery> delivered(Chance chance, List<Fact> facts) {
        return facts.stream()
                .flatMap(fact -> {
                    Delivery first = new Delivery(fact, fact.occurredAt().plus(delay(chance)));
                    if (!chance.oneIn(8)) {
                        return Stream.of(first);
                    }
                    Instant later = first.arrivesAt().plus(delay(chance));
                    return Stream.of(first, new Delivery(chance.oneIn(2) ? fact : sentAgain(fact, later), later));
                })
                .sorted(Comparator.comparing(Delivery::arrivesAt)
                        .thenComparing(delivery -> delivery.fact().id()))
                .toList();
    }

    private static Duration delay(Chance chance) {
        return switch (chance.below(20)) {
            case 0 -> Duration.ofDays(chance.between(7, 45));
            case 1, 2 -> Duration.ofDays(chance.between(1, 6));
            case 3, 4, 5 -> Duration.ofHours(chance.between(1, 23));
            default -> Duration.ofSeconds(chance.below(600));
        };
    }
}
