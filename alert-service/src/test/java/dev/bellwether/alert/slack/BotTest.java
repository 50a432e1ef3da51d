package dev.bellwether.alert.slack;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.bellwether.alert.AlertSettings;
import dev.bellwether.alert.delivery.HttpNotifierSpecification;
import dev.bellwether.alert.delivery.Message;
import dev.bellwether.alert.delivery.Notifier;
import dev.bellwether.alert.delivery.Outcome;
import dev.bellwether.alert.message.Content;
import dev.bellwether.alert.message.Entry;
import dev.bellwether.alert.message.Recipient;
import dev.bellwether.alert.message.Summary;
import dev.bellwether.alert.message.SummaryUpdate;
import dev.bellwether.alert.testing.AnAccount;
import dev.bellwether.alert.testing.LogKeeper;
import dev.bellwether.alert.testing.Messages;
import dev.bellwether.alert.testing.Peer;
import dev.bellwether.alert.testing.SlackStandIn;
import dev.bellwether.alert.testing.TestSettings;
import dev.bellwether.contracts.Event;
import dev.bellwether.contracts.Severity;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Slack by a bot. */
class BotTest extends HttpNotifierSpecification {

    private final SlackStandIn slack = SlackStandIn.start();
    private final Messages story =
            Messages.of(acme, Recipient.person("ann@example.com").at("C1"));

    @BeforeEach
    void invited() {
        slack.invite("C1");
    }

    @AfterEach
    void stop() {
        slack.stop();
    }

    @Override
    protected Peer peer() {
        return slack.peer();
    }

    @Override
    protected Notifier notifier(AlertSettings settings) {
        return HookTest.slackNotifier(settings);
    }

    @Override
    protected String addressKey() {
        return "slack.api-url";
    }

    @Override
    protected Map<String, String> settings() {
        return Map.of(
                "slack.bot-token",
                SlackStandIn.TOKEN,
                "slack.api-url",
                slack.api(),
                "slack.channel",
                "C1",
                "slack.signing-secret",
                "signing-SECRET",
                "slack.timeout",
                TIMEOUT.toString());
    }

    @Override
    protected int arrived(AnAccount account) {
        return slack.messages(account.id()).size();
    }

    @Test
    void what_follows_edits_the_first_message_and_is_an_answer_to_it() {
        String opening = opening();

        send(story.followedUp(opening));

        List<JsonNode> standing = slack.standing(acme.name());
        assertThat(standing).hasSize(2);
        assertThat(standing.get(0).toString()).contains("now high", "Acknowledge");
        assertThat(standing.get(1).path("thread_ts").asText()).isEqualTo(opening.substring("C1:".length()));
        assertThat(standing.get(1).toString()).contains("It became worse.").doesNotContain("Acknowledge");
    }

    @Test
    void the_message_shows_who_did_what_and_that_it_is_over_and_is_never_sent_again() {
        String opening = opening();

        send(story.acknowledged(opening));
        assertThat(slack.standing(acme.name()))
                .singleElement()
                .satisfies(message -> assertThat(message.toString()).contains("Acknowledged by bob@example.com"));

        send(story.resolved(opening));
        assertThat(slack.standing(acme.name()))
                .singleElement()
                .satisfies(message -> assertThat(message.toString())
                        .contains("✅", "resolved: an invoice is overdue", "Useful")
                        .doesNotContain("\"Acknowledge\"", "Snooze"));
        assertThat(slack.calls()).containsExactly("chat.postMessage", "chat.update", "chat.update");
    }

    @Test
    void what_follows_a_message_that_somebody_deleted_is_told_aloud() {
        assertThat(send(story.followedUp("C1:1.2"))).isInstanceOf(Outcome.Sent.class);
        assertThat(send(story.acknowledged("C1:1.2"))).isEqualTo(new Outcome.Sent());

        assertThat(slack.standing(acme.name()))
                .singleElement()
                .satisfies(message -> assertThat(message.has("thread_ts")).isFalse());
    }

    @Test
    void without_a_channel_it_writes_to_the_person() {
        Map<String, String> direct = new HashMap<>(settings());
        direct.remove("slack.channel");
        Notifier notifier = notifier(TestSettings.of(direct));

        sendBy(notifier);
        sendBy(notifier);

        assertThat(slack.standing(acme.name()))
                .hasSize(2)
                .allSatisfy(
                        message -> assertThat(message.path("channel").asText()).isEqualTo("DU15"));
        assertThat(slack.calls())
                .containsExactly("users.lookupByEmail", "conversations.open", "chat.postMessage", "chat.postMessage");
    }

    @Test
    void whom_slack_does_not_know_is_a_stranger() {
        assertThat(send(Messages.of(acme, Recipient.person("nobody@example.com"))
                        .told()))
                .isEqualTo(new Outcome.Stranger("users_not_found"));
    }

    @Test
    void in_a_channel_a_message_says_whom_it_is_for_and_mentions_them_where_they_are_known() {
        send(story.told());
        send(Messages.of(acme, new Recipient("bob@example.com", Optional.of("U7"), Optional.of("C1")))
                .told());

        assertThat(slack.messages(acme.name()))
                .extracting(JsonNode::toString)
                .satisfiesExactly(
                        first -> assertThat(first).contains("For ann@example.com, because the account is yours."),
                        second -> assertThat(second).contains("For <@U7>, because the account is yours."));
    }

    @Test
    void an_error_of_slack_comes_with_status_200() {
        peer().sayNext("{\"ok\":false,\"error\":\"invalid_blocks\"}");
        assertThat(send()).isEqualTo(new Outcome.Refused("invalid_blocks"));
        peer().sayNext("{\"ok\":false,\"error\":\"ratelimited\"}");
        assertThat(send()).isEqualTo(new Outcome.Throttled("ratelimited", Duration.ZERO));
    }

    @ParameterizedTest
    @ValueSource(strings = {"service_unavailable", "team_added_to_org"})
    void trouble_of_slack_is_waited_for(String error) {
        peer().sayNext("{\"ok\":false,\"error\":\"" + error + "\"}");

        assertThat(send()).isEqualTo(new Outcome.Postponed(error, Duration.ZERO));
    }

    @ParameterizedTest
    @ValueSource(strings = {"not_in_channel", "is_archived", "invalid_auth", "token_revoked", "missing_scope"})
    void what_somebody_has_to_set_up_is_tried_again_and_no_outage(String error) {
        peer().sayNext("{\"ok\":false,\"error\":\"" + error + "\"}");

        assertThat(send()).isEqualTo(new Outcome.Unready(error));
    }

    @ParameterizedTest
    @ValueSource(strings = {"internal_error", "fatal_error", "request_timeout"})
    void an_error_behind_which_the_message_may_stand_says_so(String error) {
        peer().sayNext("{\"ok\":false,\"error\":\"" + error + "\"}");

        assertThat(send()).isEqualTo(new Outcome.Doubtful(error, Duration.ZERO));
    }

    @Test
    void what_stands_there_already_is_not_posted_again() {
        String opening = opening();

        assertThat(send(Messages.again(story.told()))).isEqualTo(new Outcome.Sent(opening));
        send(story.followedUp(opening));
        assertThat(send(Messages.again(story.followedUp(opening)))).isInstanceOf(Outcome.Sent.class);
        assertThat(slack.standing(acme.name())).hasSize(2);
    }

    @Test
    void what_many_others_followed_is_found_and_what_stands_there_for_longer_is_not_looked_through() {
        String opening = opening();
        for (int i = 0; i < 250; i++) {
            slack.anotherMessage("C1", "");
            slack.anotherMessage("C1", ts(opening));
        }
        assertThat(send(Messages.again(story.told()))).isEqualTo(new Outcome.Sent(opening));
        send(story.followedUp(opening));

        assertThat(send(Messages.again(story.followedUp(opening)))).isInstanceOf(Outcome.Sent.class);
        assertThat(slack.calls().stream().filter("conversations.history"::equals))
                .hasSize(2);
        assertThat(slack.calls().stream().filter("conversations.replies"::equals))
                .hasSize(2);
        assertThat(slack.standing(acme.name())).hasSize(2);
        Message later = triedSince(story.told(), Instant.now().plus(Duration.ofHours(1)));
        assertThat(send(later)).isInstanceOf(Outcome.Sent.class);
        assertThat(slack.standing(acme.name())).hasSize(3);
    }

    private static String ts(String reference) {
        return reference.substring(reference.indexOf(':') + 1);
    }

    private static Message triedSince(Message m, Instant since) {
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

    @Test
    void what_does_not_stand_there_is_posted_as_often_as_it_takes_and_looked_for_each_time() {
        peer().sayNext("{\"ok\":true,\"messages\":[]}");
        peer().hangUpNext();

        assertThat(send(Messages.again(story.told()))).isInstanceOf(Outcome.Doubtful.class);
        assertThat(send(Messages.again(story.told()))).isInstanceOf(Outcome.Sent.class);
        assertThat(slack.standing(acme.name())).hasSize(1);
    }

    @Test
    void where_it_was_not_invited_it_posts_but_may_not_look_and_says_so_once() {
        Messages elsewhere =
                Messages.of(acme, Recipient.person("ann@example.com").at("C2"));
        Notifier notifier = notifier();

        try (LogKeeper log = LogKeeper.start()) {
            sendBy(notifier, elsewhere.told());
            sendBy(notifier, Messages.again(elsewhere.told()));
            sendBy(notifier, Messages.again(elsewhere.told()));

            assertThat(log.text()).containsOnlyOnce("invite it: channel=C2 error=not_in_channel");
        }
        assertThat(slack.standing(acme.name())).hasSize(3);
    }

    @Test
    void whoever_was_told_by_a_webhook_before_there_was_a_bot_reads_what_follows_where_the_bot_writes() {
        Messages before = Messages.of(acme, Recipient.person("ann@example.com").at("webhook"));

        assertThat(send(before.resolved(""))).isInstanceOf(Outcome.Sent.class);

        assertThat(slack.standing(acme.name()))
                .singleElement()
                .satisfies(
                        message -> assertThat(message.path("channel").asText()).isEqualTo("C1"));
    }

    @Test
    void or_in_a_message_of_their_own_where_the_bot_has_no_channel() {
        Map<String, String> direct = new HashMap<>(settings());
        direct.remove("slack.channel");
        Notifier notifier = notifier(TestSettings.of(direct));

        for (String email : List.of("ann@example.com", "benjamin@example.com")) {
            sendBy(
                    notifier,
                    Messages.of(acme, Recipient.person(email).at("webhook")).told());
        }

        assertThat(slack.standing(acme.name()))
                .extracting(message -> message.path("channel").asText())
                .containsExactly("DU15", "DU20");
    }

    @Test
    void where_it_may_not_look_a_message_without_an_answer_is_posted_again() {
        peer().sayNext("{\"ok\":false,\"error\":\"missing_scope\"}");
        peer().hangUpNext();

        Outcome second = send(Messages.again(story.told()));

        assertThat(second).isInstanceOf(Outcome.Unanswered.class);
    }

    @Test
    void a_summary_is_edited_in_silence() {
        Entry entry = entry(Entry.Change.RAISED, story.raised());
        String opening = send(summary(new Summary(List.of(entry), 7), "")) instanceof Outcome.Sent(String there)
                ? there
                : "nothing was sent";
        Entry over = entry(Entry.Change.CLEARED, acme.cleared(story.raised(), 9));

        send(summary(new SummaryUpdate(new Summary(List.of(over), 7)), opening));

        assertThat(slack.standing(acme.name()))
                .singleElement()
                .satisfies(message -> assertThat(message.toString())
                        .contains("resolved: an invoice is overdue", "and 7 more")
                        .contains("For ann@example.com."));
    }

    private Message summary(Content content, String opening) {
        Recipient ann = Recipient.person("ann@example.com").at("C1");
        return new Message(
                "s.1", story.alert(), 1, ann, "much came up for you at once", content, opening, Optional.empty());
    }

    private Entry entry(Entry.Change change, Event event) {
        return new Entry(story.alert(), change, Severity.LOW, Map.of(), Optional.empty(), event);
    }

    private String opening() {
        return send(story.told()) instanceof Outcome.Sent(String reference) ? reference : "nothing was sent";
    }
}
