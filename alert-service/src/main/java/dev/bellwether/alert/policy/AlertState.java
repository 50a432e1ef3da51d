package dev.bellwether.alert.policy;

import java.time.Instant;

/** Where an alert stands. */
public sealed interface AlertState {

    /** Nobody has reacted yet. */
    record Open() implements AlertState {}

    /** Somebody has seen it and is on it; it still ends by itself. */
    record Acknowledged(String by, Instant at) implements AlertState {}

    /** Somebody has declared it done; only a turn for the worse opens it again. */
    record Resolved(String by, Instant at) implements AlertState {}

    /** It ended by itself. Final. */
    record Cleared(Instant at) implements AlertState {}

    /** A newer episode of the same matter took its place. */
    record Superseded() implements AlertState {}

    /** Whether people are still waiting for its end. */
    default boolean live() {
        return switch (this) {
            case Open open -> true;
            case Acknowledged acknowledged -> true;
            case Resolved resolved -> false;
            case Cleared cleared -> false;
            case Superseded superseded -> false;
        };
    }

    /** Whether nobody has said that they are on it. */
    default boolean unattended() {
        return this instanceof Open;
    }

    /** The name in JSON and the database. */
    default String label() {
        return switch (this) {
            case Open open -> "open";
            case Acknowledged acknowledged -> "acknowledged";
            case Resolved resolved -> "resolved";
            case Cleared cleared -> "cleared";
            case Superseded superseded -> "superseded";
        };
    }
}
