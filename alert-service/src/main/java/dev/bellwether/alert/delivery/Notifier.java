package dev.bellwether.alert.delivery;

import dev.bellwether.alert.message.Recipient;
import dev.bellwether.alert.policy.Channel;
import io.smallrye.mutiny.Uni;
import java.time.Duration;

/** A channel's way out. May deliver twice when told twice; answers or fails within its timeout. */
public interface Notifier {

    Channel channel();

    /** Whether the channel is configured; nothing is queued for one that is not. */
    boolean enabled();

    /** Whether alerts are told there; else it is for operations alone. */
    default boolean forPeople() {
        return true;
    }

    /** How long a message may take at most. */
    Duration timeout();

    /** The least time from one message to the next to one place; zero where the other side takes them as they come. */
    default Duration pace() {
        return Duration.ZERO;
    }

    /** Whether every address is a place of its own, which may be broken while others are not. */
    default boolean apart() {
        return false;
    }

    /** Where a message for a person is read on this channel: their own mailbox, unless all read it in one place. */
    default Recipient addressed(Recipient person) {
        return person;
    }

    /** Whether what was sent can be shown anew in silence; where not, no update is queued. */
    default boolean edits() {
        return false;
    }

    /** Whether a message that arrives twice is seen once, since the other side is bound to know it by its key. */
    default boolean recognisesRepeats() {
        return false;
    }

    /**
     * Hands the message over. What the other side answered is the outcome; what broke on the way is a failure.
     *
     * @throws RuntimeException when it cannot be written; nothing has left then
     */
    Uni<Outcome> send(Message message);
}
