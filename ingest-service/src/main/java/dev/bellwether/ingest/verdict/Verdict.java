package dev.bellwether.ingest.verdict;

import dev.bellwether.contracts.Problem;
import java.util.List;

/** What a door decides of one thing that was sent. */
public sealed interface Verdict<T> {

    record Accepted<T>(T value) implements Verdict<T> {}

    /** Refused for one reason, with every problem that was found. */
    record Refused<T>(Reason reason, List<Problem> problems) implements Verdict<T> {

        public Refused {
            problems = List.copyOf(problems);
        }
    }

    /** A refusal with one problem. */
    static <T> Verdict<T> refused(Reason reason, String pointer, String detail) {
        return new Refused<>(reason, List.of(new Problem(pointer, detail)));
    }
}
