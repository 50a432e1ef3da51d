package dev.bellwether.alert.policy;

import java.time.Instant;
import java.util.Optional;

/** What people may do with an alert. */
public final class Handling {

    private Handling() {}

    /** Somebody has seen it; nothing when it is over. The first to see it stays the one. */
    public static Optional<AlertState> acknowledge(AlertState state, String by, Instant now) {
        return switch (state) {
            case AlertState.Open open -> Optional.of(new AlertState.Acknowledged(by, now));
            case AlertState.Acknowledged acknowledged -> Optional.of(acknowledged);
            case AlertState.Resolved resolved -> Optional.empty();
            case AlertState.Cleared cleared -> Optional.empty();
            case AlertState.Superseded superseded -> Optional.empty();
        };
    }

    /** Somebody declares it done; nothing when it is over by itself. */
    public static Optional<AlertState> resolve(AlertState state, String by, Instant now) {
        return switch (state) {
            case AlertState.Open open -> Optional.of(new AlertState.Resolved(by, now));
            case AlertState.Acknowledged acknowledged -> Optional.of(new AlertState.Resolved(by, now));
            case AlertState.Resolved resolved -> Optional.of(resolved);
            case AlertState.Cleared cleared -> Optional.empty();
            case AlertState.Superseded superseded -> Optional.empty();
        };
    }
}
