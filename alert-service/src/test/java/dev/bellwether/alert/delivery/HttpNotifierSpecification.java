package dev.bellwether.alert.delivery;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.bellwether.alert.AlertSettings;
import dev.bellwether.alert.testing.LogKeeper;
import dev.bellwether.alert.testing.Peer;
import dev.bellwether.alert.testing.TestSettings;
import io.vertx.mutiny.core.Vertx;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What every channel keeps to that posts over HTTP. Whatever is secret in a test holds the word SECRET. */
public abstract class HttpNotifierSpecification extends NotifierSpecification {

    /** Shared by the channels of a test run, and ended with it. */
    protected static final Posts POSTS = new Posts(Vertx.vertx(), InstantSource.system());

    protected abstract Peer peer();

    /** The channel, set up with a timeout and these addresses in the place of its own. */
    protected abstract Notifier notifier(AlertSettings settings);

    /** The key of the address, and the settings with which the channel works. */
    protected abstract String addressKey();

    protected abstract Map<String, String> settings();

    /** Whether an answer that makes no sense is understood for what it is; else its status counts. */
    protected boolean readsAnswers() {
        return true;
    }

    @Override
    protected final Notifier notifier() {
        return notifier(TestSettings.of(settings()));
    }

    @Override
    protected void refuseNext() {
        peer().answerNext(400, "");
    }

    @Override
    protected final void failNext() {
        peer().answerNext(503, "");
    }

    @Override
    protected final void ignoreNext() {
        peer().answerNextTooLate();
    }

    @Test
    void a_pause_that_the_other_side_asks_for_holds_for_the_channel() {
        peer().answerNext(429, "7");

        assertThat(send())
                .isInstanceOfSatisfying(
                        Outcome.Throttled.class,
                        throttled -> assertThat(throttled.pause()).isEqualTo(Duration.ofSeconds(7)));
        assertThat(arrived(acme)).isZero();
    }

    @ParameterizedTest
    @ValueSource(ints = {500, 502, 503, 504, 408})
    void a_failure_of_the_other_side_may_pass(int status) {
        peer().answerNext(status, "");

        Class<? extends Outcome> outcome = switch (status) {
            case 503 -> Outcome.Postponed.class;
            case 504 -> Outcome.Unanswered.class;
            default -> Outcome.Doubtful.class;
        };
        assertThat(send()).isInstanceOf(outcome);
    }

    @Test
    void a_pause_may_be_named_by_the_date_of_its_end() {
        Instant end = Instant.now().plusSeconds(30);
        peer().answerNext(429, DateTimeFormatter.RFC_1123_DATE_TIME.format(end.atOffset(ZoneOffset.UTC)));

        assertThat(send())
                .isInstanceOfSatisfying(
                        Outcome.Throttled.class,
                        throttled -> assertThat(throttled.pause())
                                .isBetween(Duration.ofSeconds(20), Duration.ofSeconds(30)));
    }

    @Test
    void an_answer_without_end_is_not_read_to_its_end() {
        peer().answerNextWithoutEnd();

        Outcome outcome = send();

        assertThat(outcome).isNotEqualTo(new Outcome.Unanswered("no answer in time"));
        assertThat(outcome.mayHaveArrived()).isTrue();
    }

    @ParameterizedTest
    @ValueSource(ints = {400, 413, 422})
    void an_answer_that_would_stay_the_same_ends_it(int status) {
        peer().answerNext(status, "");

        assertThat(send()).isInstanceOf(Outcome.Refused.class);
    }

    @ParameterizedTest
    @ValueSource(ints = {302, 401, 403, 404, 407, 410})
    void an_address_or_a_right_that_is_refused_waits_for_somebody_and_no_redirect_is_followed(int status) {
        peer().answerNext(status, "");

        assertThat(send()).isInstanceOf(Outcome.Unready.class);
        assertThat(arrived(acme)).isZero();
        assertThat(send()).isInstanceOf(Outcome.Sent.class);
    }

    @Test
    void nobody_knows_what_became_of_a_message_when_the_other_side_hangs_up() {
        peer().hangUpNext();

        assertThat(send()).isInstanceOf(Outcome.Unanswered.class);
    }

    @Test
    void an_answer_that_makes_no_sense_is_not_taken_for_a_yes() {
        peer().sayNext("<html>SECRET portal</html>");

        Outcome outcome = send();

        if (readsAnswers()) {
            assertThat(outcome).isInstanceOf(Outcome.Unanswered.class);
        }
        assertThat(outcome.toString()).doesNotContain("SECRET");
    }

    @Test
    void whatever_goes_wrong_no_secret_is_told() {
        List<Runnable> troubles = Stream.<Runnable>of(
                        () -> peer().answerNext(403, ""),
                        () -> peer().answerNext(500, ""),
                        () -> peer().answerNext(429, "SECRET"),
                        () -> peer().hangUpNext(),
                        () -> peer().sayNext("{\"ok\":false,\"error\":\"SECRET /services/x\"}"),
                        () -> peer().sayNext("{"))
                .toList();
        try (LogKeeper log = LogKeeper.start()) {
            for (Runnable trouble : troubles) {
                trouble.run();
                assertThat(send().toString()).doesNotContain("SECRET");
            }
            for (String address : List.of(
                    "http://localhost:1/SECRET",
                    "http://no-such-host.invalid/SECRET",
                    "http://localhost:99999/SECRET")) {
                assertThat(sendBy(notifier(at(address))).toString()).doesNotContain("SECRET");
            }
            assertThat(log.text()).doesNotContain("SECRET");
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "SECRET",
                "http://[SECRET",
                "gopher://localhost/SECRET",
                "https:///SECRET",
                " SECRET \n",
                "ht tp://SECRET"
            })
    void an_address_to_which_nothing_can_be_posted_is_refused_at_the_start_and_not_shown(String address) {
        assertThatThrownBy(() -> notifier(at(address)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage(
                        "bellwether.alert." + addressKey() + " must be an address that begins with https:// or http://")
                .hasNoCause();
    }

    private AlertSettings at(String address) {
        Map<String, String> changed = new HashMap<>(settings());
        changed.put(addressKey(), address);
        return TestSettings.of(changed);
    }
}
