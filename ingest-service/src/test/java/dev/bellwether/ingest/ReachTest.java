package dev.bellwether.ingest;

import static org.assertj.core.api.Assertions.assertThat;

import dev.bellwether.ingest.Reach.Leave;
import org.junit.jupiter.api.Test;

class ReachTest {

    private final Reach reach = new Reach();

    @Test
    void one_at_a_time_tries_while_it_is_away_whatever_becomes_of_those_who_were_under_way_before() {
        Leave before = reach.ask();
        reach.missed(reach.ask());
        assertThat(reach.ask()).isEqualTo(Leave.TRIAL);
        assertThat(reach.isShut()).isTrue();

        reach.missed(before);
        reach.failed(before);
        assertThat(reach.ask()).isEqualTo(Leave.NONE);

        reach.missed(Leave.TRIAL);
        assertThat(reach.isShut()).isFalse();
        assertThat(reach.ask()).isEqualTo(Leave.TRIAL);
    }

    @Test
    void an_acknowledgement_lets_everybody_go_on() {
        reach.missed(reach.ask());
        reach.reached();

        assertThat(reach.isAway()).isFalse();
        assertThat(reach.ask()).isEqualTo(Leave.USUAL);
        assertThat(reach.ask()).isEqualTo(Leave.USUAL);
    }
}
