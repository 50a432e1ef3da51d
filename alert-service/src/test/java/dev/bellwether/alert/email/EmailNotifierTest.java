package dev.bellwether.alert.email;

import static org.assertj.core.api.Assertions.assertThat;

import dev.bellwether.alert.delivery.Message;
import dev.bellwether.alert.delivery.Notifier;
import dev.bellwether.alert.delivery.NotifierSpecification;
import dev.bellwether.alert.delivery.Outcome;
import dev.bellwether.alert.message.Recipient;
import dev.bellwether.alert.testing.AnAccount;
import dev.bellwether.alert.testing.Database;
import dev.bellwether.alert.testing.MailStandIn;
import dev.bellwether.alert.testing.Messages;
import dev.bellwether.alert.testing.Surroundings;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.UUID;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(Surroundings.class)
class EmailNotifierTest extends NotifierSpecification {

    private final MailStandIn mail = Surroundings.mail();

    @Inject
    EmailNotifier notifier;

    @Inject
    Database database;

    @Override
    protected Notifier notifier() {
        return notifier;
    }

    @Override
    protected int arrived(AnAccount account) {
        return mail.mails(account.name()).size();
    }

    @Override
    protected void refuseNext() {
        mail.answerNext("554 not from you");
    }

    @Override
    protected void failNext() {
        mail.answerNext("451 too busy");
    }

    @Override
    protected void ignoreNext() {
        mail.ignoreNext();
    }

    @Test
    void whoever_unsubscribed_is_told_no_end_but_whoever_looks_after_what_reaches_nobody_else_is() {
        String queue = "cs-team@example.com";
        String gone = "gone-" + UUID.randomUUID() + "@example.com";
        database.run("insert into mail_opt_out (email, at) values (?, now()), (?, now())", queue, gone);
        try {
            assertThat(send(Messages.of(acme, Recipient.person(gone)).resolved("")))
                    .isInstanceOf(Outcome.Unwanted.class);
            assertThat(send(Messages.of(acme, Recipient.person(queue)).resolved("")))
                    .isInstanceOf(Outcome.Sent.class);
        } finally {
            database.run("delete from mail_opt_out where email in (?, ?)", queue, gone);
        }
        assertThat(arrived(acme)).isEqualTo(1);
    }

    @Test
    void what_fails_before_the_mail_leaves_says_nothing_of_the_mail_server() {
        Message over = Messages.of(acme, Recipient.person("ann@example.com")).resolved("");
        database.run("alter table mail_opt_out rename to mail_opt_out_away");
        try {
            Outcome outcome = notifier.send(over).await().atMost(Duration.ofSeconds(20));

            assertThat(outcome).isInstanceOf(Outcome.Hindered.class);
            assertThat(outcome.mayHaveArrived()).isFalse();
        } finally {
            database.run("alter table mail_opt_out_away rename to mail_opt_out");
        }
        assertThat(arrived(acme)).isZero();
    }
}
