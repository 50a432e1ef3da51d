package dev.bellwether.alert.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import dev.bellwether.alert.message.AlertMessage;
import dev.bellwether.alert.message.Group;
import dev.bellwether.alert.message.Item;
import dev.bellwether.alert.message.Recipient;
import dev.bellwether.alert.testing.AnAccount;
import dev.bellwether.contracts.Severity;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** What every channel keeps to. */
public abstract class NotifierSpecification {

    /** The most a channel under test may take for an answer. */
    protected static final Duration TIMEOUT = Duration.ofSeconds(5);

    protected abstract Notifier notifier();

    /** How many messages about an account have arrived. */
    protected abstract int arrived(AnAccount account);

    /** The other side answers the next message with a no. */
    protected abstract void refuseNext();

    /** The other side fails at the next message. */
    protected abstract void failNext();

    /** The other side does not answer the next message. */
    protected abstract void ignoreNext();

    private final AnAccount acme = AnAccount.named("Acme " + UUID.randomUUID());

    @Test
    void a_message_that_is_sent_has_arrived_once() {
        assertThat(send()).isEqualTo(new Outcome.Sent());
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
        assertThat(send()).isEqualTo(new Outcome.Sent());
        assertThat(arrived(acme)).isEqualTo(1);
    }

    @Test
    void a_message_that_is_not_answered_may_have_arrived_and_may_be_sent_again() {
        ignoreNext();

        assertThat(send()).isInstanceOf(Outcome.Unanswered.class);
        assertThat(send()).isEqualTo(new Outcome.Sent());
    }

    private Outcome send() {
        UUID alert = UUID.randomUUID();
        return notifier()
                .send(message(alert))
                .onFailure()
                .recoverWithItem(Retryable::failure)
                .await()
                .atMost(TIMEOUT.multipliedBy(5));
    }

    private Message message(UUID alert) {
        var item = new Item(alert, Severity.LOW, "open", null, acme.latePayment("f1", 0));
        return new Message(
                alert + ".1",
                alert,
                1,
                Recipient.person("ann@example.com"),
                "the account is yours",
                new AlertMessage(new Group(acme.id(), List.of(item))));
    }
}
