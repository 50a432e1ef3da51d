package dev.bellwether.ingest;

import static org.assertj.core.api.Assertions.assertThat;

import dev.bellwether.ingest.Reach.Leave;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Random;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

class ReachTest {

    private static final int SEEDS = 200;
    private static final int STEPS = 100;

    private final Reach reach = new Reach();

    /** How a leave may end. */
    private enum End {
        REACHED,
        MISSED,
        FAILED;

        void of(Leave leave) {
            switch (this) {
                case REACHED -> leave.reached();
                case MISSED -> leave.missed();
                case FAILED -> leave.failed();
            }
        }
    }

    @Test
    void an_acknowledgement_lets_everybody_go_on() {
        goAway();
        given(reach.ask()).reached();

        assertThat(reach.isAway()).isFalse();
        assertThat(given(reach.ask()).isTrial()).isFalse();
        assertThat(given(reach.ask()).isTrial()).isFalse();
    }

    @ParameterizedTest
    @EnumSource(End.class)
    void whoever_tries_makes_room_for_the_next_however_that_ended(End end) {
        goAway();
        Leave first = given(reach.ask());
        assertThat(first.isTrial()).isTrue();
        assertThat(reach.isShut()).isTrue();
        assertThat(reach.ask()).isNull();

        end.of(first);

        assertThat(reach.isShut()).isFalse();
        goAway();
        assertThat(given(reach.ask()).isTrial()).isTrue();
    }

    @ParameterizedTest
    @EnumSource(End.class)
    void who_was_missed_and_settles_later_leaves_the_trial_of_another_alone(End later) {
        goAway();
        Leave early = given(reach.ask());
        early.missed();
        Leave other = given(reach.ask());

        later.of(early);

        assertThat(other.isTrial()).isTrue();
        goAway();
        assertThat(reach.ask()).isNull();
    }

    @ParameterizedTest
    @EnumSource(End.class)
    void who_did_not_ask_is_heard_but_ends_nobodys_trial(End end) {
        goAway();
        Leave trial = given(reach.ask());

        end.of(reach.unasked());

        assertThat(reach.isAway()).isEqualTo(end != End.REACHED);
        assertThat(trial.isTrial()).isTrue();
    }

    /** Each of many leaves ends twice at most, at any time, in any way. */
    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void one_tries_at_a_time_until_it_has_ended(long seed) {
        Random random = new Random(seed);
        List<Leave> once = new ArrayList<>();
        List<Leave> twice = new ArrayList<>();
        boolean away = false;
        Leave trial = null;
        for (int step = 0; step < STEPS; step++) {
            List<Leave> ending = random.nextBoolean() ? once : twice;
            if (ending.isEmpty() || random.nextInt(3) == 0) {
                Leave leave = random.nextInt(4) == 0 ? reach.unasked() : asked(away, trial);
                if (leave != null) {
                    once.add(leave);
                    trial = leave.isTrial() ? leave : trial;
                }
            } else {
                Leave leave = ending.remove(random.nextInt(ending.size()));
                if (ending == once) {
                    twice.add(leave);
                }
                End end = End.values()[random.nextInt(End.values().length)];
                end.of(leave);
                away = end == End.FAILED ? away : end == End.MISSED;
                trial = leave == trial ? null : trial;
            }
            assertThat(reach.isAway()).isEqualTo(away);
            assertThat(reach.isShut()).isEqualTo(away && trial != null);
            for (Leave leave : once) {
                assertThat(leave.isTrial()).isEqualTo(leave == trial);
            }
        }
        once.forEach(Leave::failed);
        goAway();
        assertThat(given(reach.ask()).isTrial()).as("free in the end").isTrue();
    }

    static List<Long> seeds() {
        return new Random(1).longs(SEEDS).boxed().toList();
    }

    /** It is given unless another one tries, and is a trial exactly while it is away. */
    private @Nullable Leave asked(boolean away, @Nullable Leave trial) {
        Leave leave = reach.ask();
        if (away && trial != null) {
            assertThat(leave).isNull();
        } else {
            assertThat(given(leave).isTrial()).isEqualTo(away);
        }
        return leave;
    }

    private void goAway() {
        reach.unasked().missed();
    }

    private static Leave given(@Nullable Leave leave) {
        return Objects.requireNonNull(leave);
    }
}
