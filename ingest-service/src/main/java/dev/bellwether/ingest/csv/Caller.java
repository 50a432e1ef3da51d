package dev.bellwether.ingest.csv;

import org.jspecify.annotations.Nullable;

/** Who imports. */
sealed interface Caller {

    /** A source, by its write key. */
    record Source(String name) implements Caller {}

    /** Somebody of administration or operations, by a bearer token. */
    record Person(String name) implements Caller {}

    /** Whose jobs its own are, in metrics too, which know no people by name; no source has the name of people. */
    default String owner() {
        return switch (this) {
            case Source(String name) -> name;
            case Person person -> "@people";
        };
    }

    /** Whose jobs it may see; null for all. */
    default @Nullable String sees() {
        return switch (this) {
            case Source(String name) -> name;
            case Person person -> null;
        };
    }
}
