package dev.bellwether.alert.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import dev.bellwether.alert.message.Recipient;
import dev.bellwether.alert.testing.AnAccount;
import dev.bellwether.alert.testing.Messages;
import io.smallrye.mutiny.Uni;
import java.time.Duration;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** What every channel keeps to. */
public abstract class NotifierSpecification {

    /** The most a channel under test may take for an answer. */
    protected static final Duration TIMEOUT = Duration.ofSeconds(2);

    protected abstract Notifier notifier();

    /** How many messages about an account have arrived; an edit is one, too. */
    protected abstract int arrived(AnAccount account);

    /** The other side answers the next message with a no. */
    protected abstract void refuseNext();

    /** The other side fails at the next message. */
    protected abstract void failNext();

    /** The other side does not answer the next message. */
    protected abstract void ignoreNext();

    protected final AnAccount acme = AnAccount.named("Acme " + UUID.randomUUID());
    private final Recipient ann = Recipient.person("ann@example.com");

    @Test
    void a_message_that_is_sent_has_arrived_once() {
        assertThat(send()).isInstanceOf(Outcome.Sent.class);
        assertThat(arrived(acme)).isEqualTo(1);
    }

    @Test
    void a_message_that_is_refused_has_not_arrived() {
        refuseNext();

        assertThat(send()).isInstanceOf(Outcome.Refused.class);
        assertThat(arrived(acme)).isZero();
    }

    @Test
    void a_message_at_which_the_other_side_fails_may_be_sent_again() {
        failNext();

        assertThat(send()).isInstanceOf(Outcome.Postponed.class);
        assertThat(send()).isInstanceOf(Outcome.Sent.class);
        assertThat(arrived(acme)).isEqualTo(1);
    }

    @Test
    void a_message_that_is_not_answered_may_have_arrived_and_may_be_sent_again() {
        ignoreNext();

        assertThat(send()).isInstanceOf(Outcome.Unanswered.class);
        assertThat(send()).isInstanceOf(Outcome.Sent.class);
    }

    @Test
    void everything_that_follows_a_message_is_taken_until_its_end() {
        Messages story = Messages.of(acme, notifier().addressed(ann));
        Outcome told = send(story.told());
        String opening = told instanceof Outcome.Sent(String reference) ? reference : "nothing was sent";

        assertThat(send(story.followedUp(opening))).isInstanceOf(Outcome.Sent.class);
        assertThat(send(story.acknowledged(opening))).isInstanceOf(Outcome.Sent.class);
        int before = arrived(acme);
        assertThat(send(story.resolved(opening))).isInstanceOf(Outcome.Sent.class);
        assertThat(arrived(acme)).isEqualTo(before + 1);
    }

    @Test
    void what_follows_a_message_that_never_arrived_is_told_by_itself() {
        Messages story = Messages.of(acme, notifier().addressed(ann));

        assertThat(send(story.followedUp(""))).isInstanceOf(Outcome.Sent.class);
        assertThat(arrived(acme)).isEqualTo(1);
    }

    protected final Outcome send() {
        return send(Messages.of(acme, notifier().addressed(ann)).told());
    }

    protected final Outcome sendBy(Notifier other) {
        return send(other, Messages.of(acme, other.addressed(ann)).told());
    }

    protected final Outcome sendBy(Notifier other, Message message) {
        return send(other, message);
    }

    protected final Outcome send(Message message) {
        return send(notifier(), message);
    }

    private static Outcome send(Notifier notifier, Message message) {
        return Uni.createFrom()
                .deferred(() -> notifier.send(message))
                .onFailure()
                .recoverWithItem(Retryable::failure)
                .await()
                .atMost(TIMEOUT.multipliedBy(10));
    }
}
