package dev.bellwether.contracts;

import java.util.List;

/** What came of reading foreign bytes: the value, or every problem found. */
public sealed interface Reading<T> {

    record Understood<T>(T value) implements Reading<T> {}

    record Refused<T>(List<Problem> problems) implements Reading<T> {

        public Refused {
            problems = List.copyOf(problems);
        }
    }

    static <T> Reading<T> refused(String pointer, String detail) {
        return new Refused<>(List.of(new Problem(pointer, detail)));
    }
}
