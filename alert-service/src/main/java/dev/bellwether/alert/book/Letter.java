package dev.bellwether.alert.book;

import dev.bellwether.alert.message.Recipient;
import dev.bellwether.alert.policy.Channel;
import dev.bellwether.contracts.Event;
import java.time.Instant;
import java.util.Map;

/**
 * An event with whom it is for.
 *
 * @param recipients on each channel on which people can be told
 * @param owned whether the recipient is the account's owner
 * @param now when it is queued, and due
 */
public record Letter(Event event, Map<Channel, Recipient> recipients, boolean owned, Instant now) {

    public Letter {
        recipients = Map.copyOf(recipients);
    }

    String because() {
        return owned ? "the account is yours" : "the account has no owner yet";
    }

    /** Why somebody hears the end who heard the beginning. */
    String because(Recipient reader) {
        return recipients.values().stream().anyMatch(one -> one.email().equalsIgnoreCase(reader.email()))
                ? because()
                : "you were told how it began";
    }
}
