package dev.bellwether.alert.policy;

import java.util.List;
import java.util.Set;

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
