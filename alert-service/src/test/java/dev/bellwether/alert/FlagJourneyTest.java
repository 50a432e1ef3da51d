package dev.bellwether.alert;

import static dev.bellwether.alert.testing.Eventually.eventually;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.icegreen.greenmail.util.GreenMailUtil;
import dev.bellwether.alert.testing.AnAccount;
import dev.bellwether.alert.testing.MailStandIn;
import dev.bellwether.alert.testing.SlackStandIn;
import dev.bellwether.alert.testing.Surroundings;
import dev.bellwether.contracts.Codec;
import dev.bellwether.contracts.FlagRaised;
import dev.bellwether.contracts.Severity;
import dev.bellwether.contracts.Topic;
import dev.bellwether.messaging.Records;
import dev.bellwether.messaging.testing.TestTopic;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.mail.internet.MimeMessage;
import java.time.Duration;
import java.util.List;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(Surroundings.class)
class FlagJourneyTest {

    private final SlackStandIn slack = Surroundings.slack();
    private final MailStandIn mail = Surroundings.mail();

    @BeforeEach
    void quiet() {
        slack.forget();
    }

    @Test
    void a_flag_becomes_one_slack_message_and_one_mail_to_the_owner() throws Exception {
        AnAccount acme = AnAccount.named("Acme one");

        TestTopic.send(acme.latePayment("f1", 0));

        eventually(() -> assertThat(slack.messages(acme.id())).hasSize(1));
        eventually(() -> assertThat(mail.mails(acme.name())).hasSize(1));
        MimeMessage letter = mail.mails(acme.name()).getFirst();
        assertThat(letter.getSubject()).isEqualTo("[Bellwether] Acme one: an invoice is overdue (low)");
        assertThat(letter.getAllRecipients()).extracting(Object::toString).containsExactly("ann@example.com");
    }

    @Test
    void ten_repeats_of_a_flag_tell_nothing_more() {
        AnAccount acme = AnAccount.named("Acme ten");
        FlagRaised raised = acme.latePayment("f1", 0);

        for (int i = 0; i < 11; i++) {
            TestTopic.send(raised);
        }
        AnAccount last = tellSomethingElse();

        eventually(() -> assertThat(slack.messages(last.id())).hasSize(1));
        eventually(() -> assertThat(mail.mails(last.name())).hasSize(1));
        assertThat(slack.messages(acme.id())).hasSize(1);
        eventually(() -> assertThat(mail.mails(acme.name())).hasSize(1));
    }

    @Test
    void a_cleared_flag_is_told_once_and_answers_the_first_mail() throws Exception {
        AnAccount acme = AnAccount.named("Acme cleared");
        FlagRaised raised = acme.latePayment("f1", 0);
        TestTopic.send(raised);
        eventually(() -> assertThat(mail.mails(acme.name())).hasSize(1));
        eventually(() -> assertThat(slack.messages(acme.id())).hasSize(1));

        var cleared = acme.cleared(raised, 5);
        TestTopic.send(cleared, cleared);

        eventually(() -> assertThat(mail.mails(acme.name())).hasSize(2));
        eventually(() -> assertThat(slack.messages(acme.id())).hasSize(2));
        List<MimeMessage> letters = mail.mails(acme.name());
        assertThat(letters.get(1).getSubject()).contains("resolved: an invoice is overdue");
        assertThat(letters.get(1).getHeader("In-Reply-To"))
                .containsExactly(letters.get(0).getMessageID());
    }

    @Test
    void the_end_is_told_to_everybody_who_heard_of_it_and_to_nobody_else() throws Exception {
        AnAccount anns = AnAccount.named("Acme handed over");
        AnAccount bobs = anns.ownedBy("bob@example.com");
        FlagRaised raised = anns.latePayment("f1", 0);
        TestTopic.send(raised);
        eventually(() -> assertThat(mail.mails(anns.name())).hasSize(1));
        var worse = bobs.escalated(raised, 5, Severity.HIGH);
        TestTopic.send(worse);
        eventually(() -> assertThat(mail.mails(anns.name())).hasSize(2));

        TestTopic.send(anns.ownedBy("kim@example.com").cleared(raised, 9));
        eventually(() -> assertThat(mail.mails(anns.name())).hasSize(4));
        eventually(() -> assertThat(slack.messages(anns.id())).hasSize(3));

        List<MimeMessage> ends = mail.mails(anns.name() + ": resolved");
        assertThat(ends)
                .flatExtracting(end -> List.of(end.getAllRecipients()))
                .extracting(Object::toString)
                .containsExactlyInAnyOrder("ann@example.com", "bob@example.com");
        assertThat(GreenMailUtil.getBody(ends.getFirst())).contains("because you were told how it began");
    }

    @Test
    void an_account_without_an_owner_is_told_to_the_fallback() throws Exception {
        AnAccount orphan = AnAccount.named("Orphan").ownedBy(null);

        TestTopic.send(orphan.latePayment("f1", 0));

        eventually(() -> assertThat(mail.mails(orphan.name())).hasSize(1));
        assertThat(mail.mails(orphan.name()).getFirst().getAllRecipients())
                .extracting(Object::toString)
                .containsExactly("cs-team@example.com");
    }

    @Test
    void what_cannot_be_understood_goes_to_the_dead_letters_while_the_rest_goes_on() {
        AnAccount acme = AnAccount.named("Acme poison");
        var good = Records.write(Codec.write(acme.latePayment("f1", 0), "/test"));
        var poison = new ProducerRecord<>(Topic.HEALTH_EVENTS.topicName(), acme.id(), "{nonsense".getBytes(UTF_8));
        good.headers().forEach(poison.headers()::add);
        var unknown = new ProducerRecord<>(Topic.HEALTH_EVENTS.topicName(), acme.id(), new byte[] {1, 2, 3});

        TestTopic.send(List.of(poison, unknown, good));

        eventually(() -> assertThat(slack.messages(acme.id())).hasSize(1));
        var letters = TestTopic.records(
                Topic.DEAD_LETTERS,
                record -> acme.id().equals(record.key()) && record.value().length == 3,
                Duration.ofSeconds(20));
        assertThat(letters).filteredOn(letter -> acme.id().equals(letter.key())).hasSize(2);
    }

    @Test
    void a_renewal_is_told_once_with_what_the_decision_is_about() throws Exception {
        AnAccount acme = AnAccount.named("Acme renews");
        var due = acme.due("c-17", 30, 0);

        TestTopic.send(due, due);

        eventually(() -> assertThat(mail.mails(acme.name())).hasSize(1));
        eventually(() -> assertThat(slack.messages(acme.id())).hasSize(1));
        assertThat(slack.messages(acme.id()).getFirst().toString())
                .contains("EUR 12,000.00 + JPY 50,000")
                .contains("2 October 2026")
                .contains("30 days left")
                .contains("42 of 100, yellow")
                .contains("An invoice is 8 days late.");
    }

    private AnAccount tellSomethingElse() {
        AnAccount other = AnAccount.named("Other " + System.nanoTime());
        TestTopic.send(other.latePayment("other", 0));
        return other;
    }
}
