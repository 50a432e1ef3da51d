package dev.bellwether.ingest.source;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class PaceTest {

    private final AtomicLong now = new AtomicLong(Long.MAX_VALUE - 5);
    private final Pace pace = new Pace(10, now::get);

    @Test
    void the_share_of_a_second_may_come_at_once_and_no_more() {
        assertThat(admittedOf(15)).isEqualTo(10);
    }

    @Test
    void what_was_refused_costs_nothing_and_what_time_brings_is_a_tenth_of_a_second_each() {
        admittedOf(100);
        now.addAndGet(Duration.ofMillis(300).toNanos());
        assertThat(admittedOf(15)).isEqualTo(3);
    }

    @Test
    void a_quiet_hour_saves_no_more_than_a_second() {
        now.addAndGet(Duration.ofHours(1).toNanos());
        assertThat(admittedOf(15)).isEqualTo(10);
    }

    @Test
    void a_pace_of_nothing_is_none() {
        assertThatIllegalArgumentException().isThrownBy(() -> new Pace(0, now::get));
    }

    private long admittedOf(int requests) {
        return IntStream.range(0, requests).filter(i -> pace.admits()).count();
    }
}
