package dev.bellwether.ingest.account;

import dev.bellwether.contracts.Envelope;
import dev.bellwether.ingest.Door;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * An event whose account is not known yet.
 *
 * @param door through which it came
 * @param users the ids of its user, best first; one or two
 * @param event complete but for its subject
 * @param original what was sent, without the write key
 */
@SuppressWarnings("ArrayRecordComponent") // goes straight to the database
public record Waiting(Door door, List<String> users, Envelope event, byte[] original) {

    public Waiting {
        users = List.copyOf(users);
        if (users.isEmpty() || users.size() > 2) {
            throw new IllegalArgumentException("one or two ids of a user, not " + users.size());
        }
    }

    String userId() {
        return users.getFirst();
    }

    @Nullable
    String otherUserId() {
        return users.size() == 1 ? null : users.getLast();
    }
}
