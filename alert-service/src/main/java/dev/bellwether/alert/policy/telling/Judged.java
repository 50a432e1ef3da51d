package dev.bellwether.alert.policy.telling;

import dev.bellwether.alert.policy.people.Person;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** A piece of news and what becomes of it by itself, before anybody asks how much else the person is told. */
public record Judged(Case one, Verdict verdict) {

    /** Judges each of them. */
    public static List<Judged> all(List<Case> cases, Circumstances circumstances, Instant now) {
        return cases.stream()
                .map(one -> new Judged(one, Judge.of(one, circumstances, now)))
                .toList();
    }

    /** Whoever is to be told now; empty when nobody is. */
    public Optional<Person> person() {
        return verdict instanceof Verdict.Tell tell ? Optional.of(tell.person()) : Optional.empty();
    }
}
