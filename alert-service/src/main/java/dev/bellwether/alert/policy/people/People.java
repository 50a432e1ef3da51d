package dev.bellwether.alert.policy.people;

import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
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
 */
public record People(Map<String, Person> byEmail, ZoneId zone, String queue) {

    public People {
        byEmail = Map.copyOf(byEmail);
    }

    /** The person of that address, known or not. */
    public Person of(String email) {
        Person known = byEmail.get(email.toLowerCase(Locale.ROOT));
        return known == null ? Person.unknown(email, zone) : known;
    }

    /**
     * Who is there: the person, else the deputy, else the deputy's. Where a chain ends with nobody, or in a circle, the
     * first one is told all the same: a message that waits in a mailbox is better than none.
     */
    public Duty onDuty(String email, Instant at) {
        Set<String> away = new LinkedHashSet<>();
        Optional<Person> next = Optional.of(of(email));
        while (next.isPresent()) {
            Person person = next.get();
            if (!person.calendar().away(at)) {
                return new Duty(person, List.copyOf(away));
            }
            if (!away.add(person.email())) {
                break;
            }
            next = person.deputy().filter(deputy -> !away.contains(deputy)).map(this::of);
        }
        return new Duty(of(email), List.of());
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
