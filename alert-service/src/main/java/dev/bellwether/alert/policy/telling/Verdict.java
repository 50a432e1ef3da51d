package dev.bellwether.alert.policy.telling;

import dev.bellwether.alert.policy.people.Person;
import dev.bellwether.alert.policy.route.Route;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What becomes of news. */
public sealed interface Verdict {

    Why why();

    /**
     * It is told.
     *
     * @param because why to this person, as the end of a sentence
     * @param standsInFor e-mails of those in whose place the person is told
     */
    record Tell(Person person, Route route, String because, List<String> standsInFor) implements Verdict {

        public Tell {
            standsInFor = List.copyOf(standsInFor);
        }

        /** E-mails of all who count as told. */
        Set<String> heardBy() {
            return Stream.concat(Stream.of(person.email()), standsInFor.stream())
                    .collect(Collectors.toUnmodifiableSet());
        }

        @Override
        public Why why() {
            return Why.DUE;
        }
    }

    /**
     * Not now.
     *
     * @param until when it is decided again; empty: when an event ends what holds it back
     */
    record Wait(Why why, Optional<Instant> until) implements Verdict {}

    /** Only in the digest of that person. */
    record InDigest(Why why, Person person) implements Verdict {}

    /** Nobody is told. */
    record Nobody(Why why) implements Verdict {}

    /** The name in metrics. */
    default String label() {
        return switch (this) {
            case Tell tell -> "told";
            case Wait wait -> "waits";
            case InDigest digest -> "digest";
            case Nobody nobody -> "nobody";
        };
    }
}
