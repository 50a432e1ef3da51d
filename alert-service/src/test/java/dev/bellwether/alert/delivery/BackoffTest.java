package dev.bellwether.alert.delivery;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.bellwether.alert.delivery.Backoff.Next;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class BackoffTest {

    private static final Instant NOW = Instant.parse("2026-03-02T09:00:00Z");

    private final Backoff backoff = new Backoff(Duration.ofSeconds(1), Duration.ofMinutes(5), Duration.ofHours(24));

    @ParameterizedTest(name = "after attempt {0} with jitter {1}: {2} ms")
    @CsvSource({
        "1, 0, 1000",
        "2, 0, 2000",
        "3, 0, 4000",
        "9, 0, 256000",
        "10, 0, 300000",
        "1000000, 0, 300000",
        "1, 1, 1250",
        "10, 0.5, 337500"
    })
    void the_pause_doubles_up_to_its_limit_and_jitter_adds_a_quarter_at_most(int attempts, double jitter, long millis) {
        Next next = backoff.after(postponed(Duration.ZERO), tries(attempts, NOW), NOW, jitter);

        assertThat(next).isEqualTo(new Next.Again(NOW.plusMillis(millis), "busy"));
    }

    @Test
    void a_longer_pause_that_the_other_side_asks_for_is_kept() {
        Next next = backoff.after(postponed(Duration.ofSeconds(30)), tries(1, NOW), NOW, 0);

        assertThat(next).isEqualTo(new Next.Again(NOW.plusSeconds(30), "busy"));
    }

    @Test
    void a_shorter_pause_that_the_other_side_asks_for_shortens_nothing() {
        Next next = backoff.after(postponed(Duration.ofSeconds(1)), tries(5, NOW), NOW, 0);

        assertThat(next).isEqualTo(new Next.Again(NOW.plusSeconds(16), "busy"));
    }

    @Test
    void a_message_is_given_up_when_the_next_attempt_would_come_too_late() {
        Instant firstTriedAt = NOW.minus(Duration.ofHours(24));

        assertThat(backoff.after(postponed(Duration.ZERO), tries(300, firstTriedAt), NOW, 0))
                .isEqualTo(new Next.GivenUp("busy"));
    }

    @Test
    void a_message_without_an_answer_is_tried_again_like_one_that_failed() {
        assertThat(backoff.after(new Outcome.Unanswered("no answer in time"), tries(3, NOW), NOW, 0))
                .isEqualTo(new Next.Again(NOW.plusSeconds(4), "no answer in time"));
    }

    @ParameterizedTest(name = "after {0} lost answers before: {1}")
    @CsvSource({"0, PT1S", "1, PT1H", "2, PT4H", "3, PT12H"})
    void attempts_without_an_answer_lose_nothing_in_an_outage_of_a_working_day(int before, Duration pause) {
        Outcome lost = new Outcome.Unanswered("no answer in time");

        assertThat(backoff.after(lost, new Due.Tries(1, before, NOW), NOW, 0))
                .isEqualTo(new Next.Again(NOW.plus(pause), "no answer in time"));
        assertThat(pause).isLessThanOrEqualTo(backoff.longestPause());
    }

    @Test
    void a_message_that_may_have_arrived_five_times_already_is_not_sent_without_end() {
        Outcome lost = new Outcome.Unanswered("no answer in time");

        assertThat(backoff.after(lost, new Due.Tries(5, 4, NOW), NOW, 0))
                .isEqualTo(new Next.GivenUp("no answer in time; it may have arrived"));
        assertThat(backoff.after(lost, new Due.Tries(7, 0, NOW), NOW, 0)).isInstanceOf(Next.Again.class);
        assertThat(backoff.after(postponed(Duration.ZERO), new Due.Tries(7, 1, NOW), NOW, 0))
                .isInstanceOf(Next.Again.class);
    }

    @Test
    void a_message_whose_repeat_is_recognised_is_tried_on() {
        Outcome lost = new Outcome.Unanswered("no answer in time");

        assertThat(backoff.after(lost.recognisable(), new Due.Tries(3, 2, NOW), NOW, 0))
                .isEqualTo(new Next.Again(NOW.plusSeconds(4), "no answer in time"));
    }

    @Test
    void where_the_place_pauses_the_message_itself_hardly_waits() {
        Outcome busy = new Outcome.Throttled("HTTP 429", Duration.ofHours(3));

        assertThat(backoff.after(busy, tries(7, NOW), NOW, 0))
                .isEqualTo(new Next.Again(NOW.plusSeconds(1), "HTTP 429"));
    }

    @Test
    void a_refused_message_is_given_up_at_once() {
        assertThat(backoff.after(new Outcome.Refused("no such channel"), tries(1, NOW), NOW, 0))
                .isEqualTo(new Next.GivenUp("no such channel"));
    }

    @Test
    void a_sent_message_is_done() {
        assertThat(backoff.after(new Outcome.Sent(), tries(1, NOW), NOW, 0)).isEqualTo(new Next.Done(""));
    }

    @Test
    void delays_that_make_no_sense_are_refused() {
        assertThatThrownBy(() -> new Backoff(Duration.ZERO, Duration.ofMinutes(1), Duration.ofHours(1)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("PT0S");
    }

    private static Due.Tries tries(int attempt, Instant firstTriedAt) {
        return new Due.Tries(attempt, 0, firstTriedAt);
    }

    private static Outcome postponed(Duration atLeast) {
        return new Outcome.Postponed("busy", atLeast);
    }
}
