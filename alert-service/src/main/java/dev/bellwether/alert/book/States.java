package dev.bellwether.alert.book;

import dev.bellwether.alert.policy.AlertState;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** The states of an alert to and from the columns that hold them. */
final class States {

    private States() {}

    static AlertState of(String label, @Nullable String by, @Nullable Instant at) {
        String who = by == null ? "" : by;
        Instant when = at == null ? Instant.EPOCH : at;
        return switch (label) {
            case "open" -> new AlertState.Open();
            case "acknowledged" -> new AlertState.Acknowledged(who, when);
            case "resolved" -> new AlertState.Resolved(who, when);
            case "cleared" -> new AlertState.Cleared(when);
            case "superseded" -> new AlertState.Superseded();
            default -> throw new IllegalStateException("an alert has no such state: " + label);
        };
    }

    static @Nullable String by(AlertState state) {
        return switch (state) {
            case AlertState.Acknowledged acknowledged -> acknowledged.by();
            case AlertState.Resolved resolved -> resolved.by();
            case AlertState.Open open -> null;
            case AlertState.Cleared cleared -> null;
            case AlertState.Superseded superseded -> null;
        };
    }

    static @Nullable Instant at(AlertState state) {
        return switch (state) {
            case AlertState.Acknowledged acknowledged -> acknowledged.at();
            case AlertState.Resolved resolved -> resolved.at();
            case AlertState.Cleared cleared -> cleared.at();
            case AlertState.Open open -> null;
            case AlertState.Superseded superseded -> null;
        };
    }
}
