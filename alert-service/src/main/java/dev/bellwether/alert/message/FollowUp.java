package dev.bellwether.alert.message;

import java.util.Set;
import java.util.UUID;

/**
 * Something more in a thread whose first message the recipient has: told aloud as an answer to it, and the first
 * message shows the group as it stands now.
 *
 * @param news the alerts that it is about; others of the group stand beside
 */
public record FollowUp(Group group, Set<UUID> news, Cause cause) implements Content {

    public FollowUp {
        news = Set.copyOf(news);
    }

    /** Why there is more to tell. */
    public enum Cause {
        /** It became more severe. */
        WORSE,
        /** More came up at the same account. */
        MORE,
        /** It was over for a while and is back. */
        BACK,
        /** Somebody had put it off until now. */
        SNOOZE_OVER,
        /** Nobody acknowledged it in time; the recipient is the next in line. */
        UNACKNOWLEDGED,
        /** Somebody gave it to the recipient. */
        ASSIGNED
    }
}
