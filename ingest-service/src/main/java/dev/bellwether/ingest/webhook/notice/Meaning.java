package dev.bellwether.ingest.webhook.notice;

import dev.bellwether.contracts.Attributes;
import dev.bellwether.contracts.Problem;
import java.util.List;
import java.util.stream.Stream;

/** What an item means to us. */
public sealed interface Meaning {

    /** It has no use for us, like most of what vendors can send. */
    Meaning UNUSED = new Unused();

    /** It claims facts, or teaches whose a customer is; or both. */
    record Told(List<Claim> claims, List<Lesson> lessons) implements Meaning {

        public Told {
            claims = List.copyOf(claims);
            lessons = List.copyOf(lessons);
        }
    }

    record Unused() implements Meaning {}

    /** It should have a use, and cannot be understood. */
    record Wrong(List<Problem> problems) implements Meaning {

        public Wrong {
            problems = List.copyOf(problems);
        }
    }

    /** Told, or unused when nothing is; wrong when it tells of somebody by an id that could not be kept. */
    static Meaning of(List<Claim> claims, List<Lesson> lessons) {
        boolean wrong = Stream.concat(
                        claims.stream().map(Claim::owner).flatMap(Owner::ids),
                        lessons.stream().flatMap(Lesson::ids))
                .anyMatch(id -> !Attributes.isKeepable(id));
        if (wrong) {
            return new Wrong(List.of(new Problem(
                    "",
                    "names somebody by an id that has more than " + Attributes.LIMIT
                            + " characters, a NUL, half of a surrogate pair or U+FFFD")));
        }
        return claims.isEmpty() && lessons.isEmpty() ? UNUSED : new Told(claims, lessons);
    }
}
