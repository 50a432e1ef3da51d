package dev.bellwether.alert.policy;

import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.UUID;

/** What an event leads to. Alerts are given as they are afterwards; {@code superseded} are older ones that it ends. */
public sealed interface Decision {

    Reason reason();

    /** Nothing changes. */
    record Ignored(Reason reason) implements Decision {}

    /** An alert is kept as it is given, and nobody is told. */
    record Kept(Alert alert, List<Alert> superseded, Reason reason) implements Decision {
        public Kept {
            superseded = List.copyOf(superseded);
        }
    }

    /**
     * What ended a short while ago is back: it goes on in the same thread, in silence unless it stays or is worse.
     *
     * @param ended id of the alert that had ended
     * @param quietUntil when whoever heard of the end is told that it is back after all
     */
    record Returned(Alert alert, UUID ended, Instant quietUntil, Reason reason) implements Decision {}

    /** A new alert, told on every channel. */
    record Opened(Alert alert, List<Alert> superseded, Reason reason) implements Decision {
        public Opened {
            superseded = List.copyOf(superseded);
        }
    }

    /** A known alert became worse; told on every channel. */
    record Escalated(Alert alert, Reason reason) implements Decision {}

    /**
     * An alert ended by itself.
     *
     * @param tell channels on which people heard of it
     * @param withdraw channels on which messages still wait that nobody needs any more
     */
    record Closed(Alert alert, List<Alert> superseded, Set<Channel> tell, Set<Channel> withdraw, Reason reason)
            implements Decision {
        public Closed {
            superseded = List.copyOf(superseded);
            tell = Set.copyOf(tell);
            withdraw = Set.copyOf(withdraw);
        }
    }
}
