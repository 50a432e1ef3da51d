package dev.bellwether.alert.policy.people;

import dev.bellwether.alert.policy.Channel;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Everybody of whom something was said.
 *
 * @param byEmail in lower case
 * @param zone of those of whom nothing was said
 * @param queue e-mail of whoever looks after accounts without an owner
 * @param on the channels on which people can be told
 */
public record People(Map<String, Person> byEmail, ZoneId zone, String queue, Set<Channel> on) {

    public People {
        byEmail = Map.copyOf(byEmail);
        on = Set.copyOf(on);
    }

    /** Whether anything that is told reaches the person. */
    public boolean reachable(Person person) {
        return on.isEmpty() || !person.closed().containsAll(on);
    }

    /** The person of that address, known or not. */
    public Person of(String email) {
        Person known = byEmail.get(email.toLowerCase(Locale.ROOT));
        return known == null ? Person.unknown(email, zone) : known;
    }

    /** Who is there: the person, else the deputy, else the deputy's; where all are away, or read no channel that is on, nobody. */
    public Duty onDuty(String email, Instant at) {
        List<String> away = new ArrayList<>();
        for (Person person : standIns(email)) {
            if (!person.calendar().away(at) && reachable(person)) {
                return new Duty(person, away, true);
            }
            away.add(person.email());
        }
        return new Duty(of(email), List.of(), false);
    }

    /** When the first of those who may stand in is back at work; empty when that cannot be said. */
    public Optional<Instant> back(String email, Instant at) {
        return standIns(email).stream()
                .filter(this::reachable)
                .flatMap(person -> person.calendar().back(at).stream())
                .min(Comparator.naturalOrder());
    }

    /** The person, the deputy, the deputy's, until the chain ends or meets itself. */
    private List<Person> standIns(String email) {
        Map<String, Person> chain = new LinkedHashMap<>();
        Optional<Person> next = Optional.of(of(email));
        while (next.isPresent()) {
            Person person = next.get();
            chain.put(person.email(), person);
            next = person.deputy().filter(deputy -> !chain.containsKey(deputy)).map(this::of);
        }
        return List.copyOf(chain.values());
    }

    /** Who is told, in turn, when somebody does not acknowledge: the deputy and the manager, nobody twice. */
    public List<String> lineAfter(String email) {
        Person person = of(email);
        Set<String> line = new LinkedHashSet<>();
        person.deputy().ifPresent(line::add);
        person.manager().ifPresent(line::add);
        line.remove(person.email());
        return new ArrayList<>(line);
    }
}
