package dev.bellwether.alert.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class CircuitTest {

    private static final Instant NOW = Instant.parse("2026-03-02T09:00:00Z");
    private static final Outcome FAILED = new Outcome.Postponed("HTTP 503", Duration.ZERO);

    private final Circuit closed = Circuit.closed(new Circuit.Limits(3, Duration.ofSeconds(30)));

    @Test
    void a_channel_that_fails_three_times_in_a_row_is_left_alone_and_then_tried_with_one_message() {
        Circuit open = closed.after(FAILED, NOW)
                .after(new Outcome.Unanswered("late"), NOW)
                .after(FAILED, NOW);

        assertThat(open.state(NOW)).isEqualTo(Circuit.State.OPEN);
        assertThat(open.lets(4, NOW.plusSeconds(29))).isZero();
        assertThat(open.state(NOW.plusSeconds(30))).isEqualTo(Circuit.State.HALF_OPEN);
        assertThat(open.lets(4, NOW.plusSeconds(30))).isEqualTo(1);
    }

    @Test
    void a_failed_trial_leaves_it_alone_again_and_a_good_one_closes_it() {
        Circuit open = closed.after(FAILED, NOW).after(FAILED, NOW).after(FAILED, NOW);
        Instant later = NOW.plusSeconds(30);

        assertThat(open.after(FAILED, later).lets(4, later.plusSeconds(29))).isZero();
        assertThat(open.after(new Outcome.Sent(), later).lets(4, later)).isEqualTo(4);
    }

    @Test
    void a_refusal_is_an_answer_and_failures_that_are_not_in_a_row_do_not_count() {
        Circuit circuit = closed.after(FAILED, NOW)
                .after(FAILED, NOW)
                .after(new Outcome.Refused("HTTP 400"), NOW)
                .after(FAILED, NOW);

        assertThat(circuit.state(NOW)).isEqualTo(Circuit.State.CLOSED);
        assertThat(circuit.lets(4, NOW)).isEqualTo(4);
    }

    @Test
    void where_something_has_to_be_set_up_one_message_finds_out_for_all() {
        Outcome gone = new Outcome.Unready("HTTP 410");
        Circuit open = closed.after(gone, NOW).after(gone, NOW).after(gone, NOW);

        assertThat(open.state(NOW)).isEqualTo(Circuit.State.OPEN);
        assertThat(open.lets(4, NOW.plusSeconds(30))).isEqualTo(1);
    }

    @Test
    void what_failed_before_anything_left_says_nothing_of_the_place() {
        Outcome ours = new Outcome.Hindered("no database");
        Circuit circuit =
                closed.after(FAILED, NOW).after(FAILED, NOW).after(ours, NOW).after(ours, NOW);

        assertThat(circuit.state(NOW)).isEqualTo(Circuit.State.CLOSED);
        assertThat(circuit.after(FAILED, NOW).state(NOW)).isEqualTo(Circuit.State.OPEN);
    }

    @Test
    void a_pause_that_is_asked_for_holds_for_everything() {
        Circuit paused = closed.after(new Outcome.Throttled("HTTP 429", Duration.ofSeconds(7)), NOW);

        assertThat(paused.state(NOW)).isEqualTo(Circuit.State.CLOSED);
        assertThat(paused.lets(4, NOW.plusSeconds(6))).isZero();
        assertThat(paused.lets(4, NOW.plusSeconds(7))).isEqualTo(4);
    }
}
