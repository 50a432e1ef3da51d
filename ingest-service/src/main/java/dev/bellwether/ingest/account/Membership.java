package dev.bellwether.ingest.account;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A call said that this user belongs to this account, or to that of another user.
 *
 * @param accountId holds, with {@code via}, only while the other one has none
 * @param via the other user, who is asked anew each time; one of the two is given
 * @param at when the call happened; the newest holds
 * @param eventId of two calls at the same instant the larger id holds
 */
public record Membership(
        String userId, @Nullable String accountId, @Nullable String via, Instant at, String eventId) {

    /** To this account, whatever becomes of others. */
    public Membership(String userId, String accountId, Instant at, String eventId) {
        this(userId, accountId, null, at, eventId);
    }
}
