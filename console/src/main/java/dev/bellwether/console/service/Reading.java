package dev.bellwether.console.service;

import java.time.Instant;

/** What came back from a service, or what it said last. */
public sealed interface Reading<T> {

    /** It answered. */
    record Live<T>(T value) implements Reading<T> {}

    /** It did not; this is what it answered at that instant. */
    record Remembered<T>(T value, Instant at, Trouble trouble) implements Reading<T> {}

    /** It did not, and nothing is remembered. */
    record Away<T>(Trouble trouble) implements Reading<T> {}

    /** It answered that there is no such thing. */
    record NotThere<T>() implements Reading<T> {}

    /** The value that is shown; the other one when there is none. */
    default T or(T none) {
        return switch (this) {
            case Live<T> live -> live.value();
            case Remembered<T> old -> old.value();
            case Away<T> away -> none;
            case NotThere<T> gone -> none;
        };
    }
}
