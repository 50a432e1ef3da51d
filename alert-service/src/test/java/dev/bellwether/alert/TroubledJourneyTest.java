package dev.bellwether.alert;

import static dev.bellwether.alert.testing.Callers.operator;
import static dev.bellwether.alert.testing.Eventually.eventually;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.greaterThan;
import static org.hamcrest.Matchers.startsWith;

import dev.bellwether.alert.testing.AnAccount;
import dev.bellwether.alert.testing.Database;
import dev.bellwether.alert.testing.MailStandIn;
import dev.bellwether.alert.testing.SlackStandIn;
import dev.bellwether.alert.testing.Surroundings;
import dev.bellwether.contracts.FlagKind;
import dev.bellwether.contracts.FlagRaised;
import dev.bellwether.contracts.Severity;
import dev.bellwether.messaging.testing.TestTopic;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(Surroundings.class)
class TroubledJourneyTest {

    private static final String MESSAGES = "select count(*) from delivery where account_id = ?";

    private static final String PUT_OFF = """
            update delivery set due_at = due_at + interval '1 hour'
            where account_id = ? and channel = ? and status = 'due' and attempts > 0 and leased_until is null
            """;

    private static final String AT_ONCE =
            "update delivery set due_at = now() where account_id = ? and channel = 'slack' and status = 'due'";

    private final SlackStandIn slack = Surroundings.slack();
    private final MailStandIn mail = Surroundings.mail();

    @Inject
    Database database;

    @BeforeEach
    void quiet() {
        slack.forget();
    }

    @Test
    void messages_of_one_matter_keep_their_order_even_when_the_first_needs_several_attempts() {
        AnAccount acme = AnAccount.named("Acme order");
        FlagRaised raised = acme.latePayment("f1", 0);
        slack.answerNextAbout(acme.id(), 500);
        slack.answerNextAbout(acme.id(), 503);

        TestTopic.send(raised);
        eventually(() -> assertThat(database.number("select count(*) from alert where account_id = ?", acme.id()))
                .isEqualTo(1)); // two that are decided together are told together
        TestTopic.send(acme.escalated(raised, 5, Severity.HIGH));

        eventually(() -> assertThat(slack.messages(acme.id())).hasSize(2));
        assertThat(slack.messages(acme.id()).get(0).path("text").asText()).contains("(low)");
        assertThat(slack.messages(acme.id()).get(1).path("text").asText()).contains("now high");
    }

    @Test
    void slack_that_is_busy_broken_or_slow_gets_the_message_once_it_is_back() {
        AnAccount acme = AnAccount.named("Acme patience");
        slack.answerNextAbout(acme.id(), 500);
        slack.answerNextTooLateAbout(acme.id());
        slack.peer().answerNextAbout(acme.id(), 429, "1");

        TestTopic.send(acme.latePayment("f1", 0));

        eventually(() -> assertThat(slack.messages(acme.id())).hasSize(1));
        eventually(() -> assertThat(database.number(
                        MESSAGES + " and channel = 'slack' and status = 'sent' and attempts = 4", acme.id()))
                .isEqualTo(1));
    }

    @Test
    void a_mail_server_that_is_away_gets_the_mail_once_it_is_back() {
        AnAccount acme = AnAccount.named("Acme away");
        mail.goAway();
        TestTopic.send(acme.latePayment("f1", 0));
        eventually(() -> assertThat(slack.messages(acme.id())).hasSize(1));

        mail.comeBack();

        eventually(() -> assertThat(mail.mails(acme.name())).hasSize(1));
    }

    @Test
    void a_mail_whose_password_is_wrong_waits_in_sight_of_operations_until_it_is_right() {
        AnAccount acme = AnAccount.named("Acme login");
        mail.changePassword("a new one");
        try {
            TestTopic.send(acme.latePayment("f1", 0));

            eventually(() -> operator()
                    .get("/v1/deliveries?status=due&channel=email")
                    .then()
                    .body("items.find { it.accountId == '" + acme.id() + "' }.attempts", greaterThan(2))
                    .body("items.find { it.accountId == '" + acme.id() + "' }.lastError", startsWith("SMTP 535")));
        } finally {
            mail.changePassword(MailStandIn.PASSWORD);
        }

        eventually(() -> assertThat(mail.mails(acme.name())).hasSize(1));
    }

    @Test
    void a_flag_that_clears_while_the_mail_server_is_away_sends_no_mail_but_ends_on_slack() {
        AnAccount acme = AnAccount.named("Acme short");
        FlagRaised raised = acme.latePayment("f1", 0);
        mail.goAway();
        TestTopic.send(raised);
        eventually(() -> assertThat(slack.messages(acme.id())).hasSize(1));
        theNextAttemptComesLater(acme, "email");
        TestTopic.send(acme.cleared(raised, 5));
        eventually(() -> assertThat(slack.messages(acme.id())).hasSize(2));

        mail.comeBack();
        AnAccount last = tellSomethingElse();
        eventually(() -> assertThat(mail.mails(last.name())).hasSize(1));

        assertThat(mail.mails(acme.name())).isEmpty();
        assertThat(database.number(MESSAGES + " and channel = 'email' and status <> 'cancelled'", acme.id()))
                .isZero();
    }

    @Test
    void what_was_over_before_anybody_could_read_it_is_told_when_it_is_back() {
        AnAccount acme = AnAccount.named("Acme unheard");
        FlagRaised raised = acme.raised("f1", 0, FlagKind.RED, Severity.HIGH);
        slack.peer().down(true);
        mail.goAway();
        try {
            TestTopic.send(raised);
            theNextAttemptComesLater(acme, "slack");
            theNextAttemptComesLater(acme, "email");
            TestTopic.send(acme.cleared(raised, 5));
            eventually(() -> assertThat(database.number(MESSAGES + " and status = 'cancelled'", acme.id()))
                    .isEqualTo(2));
        } finally {
            mail.comeBack();
            slack.peer().down(false);
        }

        TestTopic.send(acme.raised("f2", 10, FlagKind.RED, Severity.HIGH));

        eventually(() -> assertThat(slack.messages(acme.id())).hasSize(1));
        eventually(() -> assertThat(mail.mails(acme.name())).hasSize(1));
    }

    @Test
    void whoever_may_have_read_a_message_without_an_answer_hears_that_it_is_over() {
        AnAccount acme = AnAccount.named("Acme unanswered");
        FlagRaised raised = acme.latePayment("f1", 0);
        slack.answerNextTooLateAbout(acme.id());
        for (int i = 0; i < 50; i++) { // what nobody says of a message is not asked without end; that Slack fails is
            slack.answerNextAbout(acme.id(), 503);
        }
        TestTopic.send(raised);
        theNextAttemptComesLater(acme, "slack");
        slack.forget();

        TestTopic.send(acme.cleared(raised, 5));

        eventually(() -> assertThat(slack.messages(acme.id()))
                .singleElement()
                .asString()
                .contains("resolved: an invoice is overdue"));
        assertThat(database.number(MESSAGES + " and channel = 'slack' and status = 'cancelled'", acme.id()))
                .isEqualTo(1);
    }

    @Test
    void no_more_messages_are_fetched_than_are_sent_at_once() {
        List<AnAccount> accounts = IntStream.range(0, 13)
                .mapToObj(i -> AnAccount.named("Acme slow"))
                .toList();
        accounts.forEach(account -> slack.answerNextTooLateAbout(account.name()));
        TestTopic.send(accounts.getFirst().latePayment("f1", 0));
        eventually(() -> assertThat(database.number(
                        MESSAGES + " and channel = 'slack' and leased_until is not null",
                        accounts.getFirst().id()))
                .isEqualTo(1));
        accounts.stream().skip(1).forEach(account -> TestTopic.send(account.latePayment("f1", 0)));
        eventually(() ->
                assertThat(accounts.stream().skip(1).mapToLong(this::messages)).allMatch(messages -> messages > 0));

        // the first one is answered too late after four seconds; the other twelve are due then
        AtomicLong most = new AtomicLong();
        eventually(() -> assertThat(most.accumulateAndGet(fetched(), Math::max)).isGreaterThan(1));

        assertThat(most.get()).isLessThanOrEqualTo(4);
        slack.forget();
        // what was answered too late twice waits for an hour
        eventually(() -> assertThat(accounts.stream().mapToLong(this::waiting)).allMatch(waiting -> waiting == 0));
        accounts.forEach(account -> database.run(AT_ONCE, account.id()));
        eventually(() -> assertThat(slack.messages("Acme slow")).hasSizeGreaterThanOrEqualTo(accounts.size()));
    }

    /** In one statement: what is fetched changes all the time. */
    private long fetched() {
        return database.number("select count(*) from delivery where channel = 'slack' and leased_until is not null");
    }

    private long waiting(AnAccount account) {
        return database.number(
                MESSAGES + " and channel = 'slack' and status = 'due' and due_at < now() + interval '1 minute'",
                account.id());
    }

    private long messages(AnAccount account) {
        return database.number(MESSAGES + " and channel = 'slack'", account.id());
    }

    /** Between two attempts: nobody sends it now, and nobody will before the test is over. */
    private void theNextAttemptComesLater(AnAccount account, String channel) {
        eventually(
                () -> assertThat(database.run(PUT_OFF, account.id(), channel)).isEqualTo(1));
    }

    private AnAccount tellSomethingElse() {
        AnAccount other = AnAccount.named("Other " + System.nanoTime());
        TestTopic.send(other.latePayment("other", 0));
        return other;
    }
}
