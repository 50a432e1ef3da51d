package dev.bellwether.console.health;

import java.time.Instant;

/** What came back from health-service, or what it said last. */
public sealed interface Reading<T> {

    /** Health-service answered. */
    record Live<T>(T value) implements Reading<T> {}

    /** It did not; this is what it answered at that instant. */
    record Remembered<T>(T value, Instant at, Trouble trouble) implements Reading<T> {}

    /** It did not, and nothing is remembered. */
    record Away<T>(Trouble trouble) implements Reading<T> {}

    /** It answered that there is no such thing. */
    record NotThere<T>() implements Reading<T> {}
}
