package dev.bellwether.ingest.segment.call;

import dev.bellwether.contracts.EventType;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What a call says, once understood. */
public sealed interface Call {

    /**
     * A fact about a user's account.
     *
     * @param account as the call names it, or null when it is that of the user
     * @param users the ids under which the user may be known, best first; never empty
     * @param email of the user as an {@link Address}, when an identify tells it or the user's id is one
     */
    record Told(
            @Nullable String account,
            List<String> users,
            @Nullable String email,
            Statement statement) implements Call {

        /** Whether it says that its two ids are the same user, as an identify with both does. */
        public boolean joinsIds() {
            return users.size() == 2 && statement.type().equals(EventType.USER.typeName());
        }
    }

    /**
     * A fact that also says that its users belong to this account.
     *
     * @param email likewise
     */
    record Joined(
            String account, List<String> users, @Nullable String email, Statement statement) implements Call {}

    /** Understood, and of no interest here. */
    record Ignored() implements Call {}

    /** Two ids are the same user. No fact by itself. */
    record Renamed(String previous, String user) implements Call {}
}
