package dev.bellwether.benchmarks.ingest;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class WarmUpTest {

    private final WarmUp warmUp = new WarmUp();

    @Test
    void it_is_over_when_nothing_got_much_faster_than_ever_before() {
        warmUp.note(100, 50);
        assertThat(warmUp.isOver()).isFalse();
        warmUp.note(120, 51);
        assertThat(warmUp.isOver()).isFalse();
        warmUp.note(110, 60);
        assertThat(warmUp.isOver()).isFalse();
        warmUp.note(125, 61);
        assertThat(warmUp.isOver()).isTrue();
    }

    @Test
    void one_that_never_comes_to_its_pace_ends_after_eight_rounds() {
        for (int round = 1; round <= 8; round++) {
            assertThat(warmUp.isOver()).isFalse();
            warmUp.note(round * 1_000);
        }
        assertThat(warmUp.isOver()).isTrue();
    }
}
