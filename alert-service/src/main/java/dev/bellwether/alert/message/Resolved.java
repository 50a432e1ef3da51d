package dev.bellwether.alert.message;

import java.util.Set;
import java.util.UUID;

/**
 * Alerts of a thread ended: the first message is edited where that is possible, else the end is told as an answer to it.
 *
 * @param ended the alerts that ended just now; others of the group may stand
 */
public record Resolved(Group group, Set<UUID> ended) implements Content {

    public Resolved {
        ended = Set.copyOf(ended);
    }
}
