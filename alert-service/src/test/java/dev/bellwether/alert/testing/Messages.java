package dev.bellwether.alert.testing;

import dev.bellwether.alert.delivery.Message;
import dev.bellwether.alert.message.AlertMessage;
import dev.bellwether.alert.message.Content;
import dev.bellwether.alert.message.FollowUp;
import dev.bellwether.alert.message.Group;
import dev.bellwether.alert.message.Item;
import dev.bellwether.alert.message.Recipient;
import dev.bellwether.alert.message.Resolved;
import dev.bellwether.alert.message.Update;
import dev.bellwether.contracts.FlagRaised;
import dev.bellwether.contracts.Severity;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The messages of one alert, from its beginning to its end. */
public record Messages(AnAccount account, UUID alert, FlagRaised raised, Recipient recipient) {

    public static Messages of(AnAccount account, Recipient recipient) {
        return new Messages(account, UUID.randomUUID(), account.latePayment("f1", 0), recipient);
    }

    public Message told() {
        return message(1, new AlertMessage(group("open", null)), "");
    }

    public Message followedUp(String opening) {
        Item worse = new Item(alert, Severity.HIGH, "open", null, account.escalated(raised, 5, Severity.HIGH));
        Group group = new Group(account.id(), List.of(worse));
        return message(2, new FollowUp(group, Set.of(alert), FollowUp.Cause.WORSE), opening);
    }

    public Message acknowledged(String opening) {
        return message(3, new Update(group("acknowledged", "bob@example.com")), opening);
    }

    public Message resolved(String opening) {
        Item over = new Item(alert, Severity.LOW, "cleared", null, account.cleared(raised, 9));
        return message(4, new Resolved(new Group(account.id(), List.of(over)), Set.of(alert)), opening);
    }

    private Group group(String state, @Nullable String by) {
        return new Group(account.id(), List.of(new Item(alert, Severity.LOW, state, by, raised)));
    }

    private Message message(int revision, Content content, String opening) {
        String because = "the account is yours";
        return new Message(
                alert + "." + revision, alert, revision, recipient, because, content, opening, Optional.empty());
    }

    /** The same, when an attempt within the last hour may have arrived. */
    public static Message again(Message m) {
        Instant since = InstantSource.system().instant().minus(Duration.ofHours(1));
        return new Message(
                m.key(),
                m.thread(),
                m.revision(),
                m.recipient(),
                m.because(),
                m.content(),
                m.opening(),
                Optional.of(since));
    }
}
