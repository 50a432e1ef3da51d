package dev.bellwether.benchmarks.heap;

import static org.assertj.core.api.Assertions.assertThat;

import dev.bellwether.benchmarks.health.Expectation;
import dev.bellwether.benchmarks.health.Use;
import dev.bellwether.benchmarks.health.Workload;
import java.time.LocalDate;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class AgainTest {

    private static final LocalDate TODAY = LocalDate.parse("2026-03-31");
    private static final Workload ONCE = new Workload(30_000, TODAY);

    @Test
    void the_later_times_bring_uses_but_nobody_and_no_day_that_was_not_there() {
        Expectation once = Expectation.of(new Again(ONCE, 0, 1), TODAY);
        Expectation often = Expectation.of(new Again(ONCE, 0, 1), TODAY);
        often.add(new Again(ONCE, 1, 9));

        assertThat(often.userDays()).isEqualTo(once.userDays());
        assertThat(often.wau()).isEqualTo(once.wau());
        assertThat(often.uses().values().stream().mapToLong(Long::longValue).sum())
                .isEqualTo(300_000);
    }

    @Test
    void every_event_is_another_one() {
        Again first = new Again(ONCE, 0, 1);
        Again rest = new Again(ONCE, 1, 9);

        assertThat(IntStream.concat(numbers(first), numbers(rest)).distinct()).hasSize(300_000);
    }

    private static IntStream numbers(Again uses) {
        return IntStream.range(0, uses.events()).mapToObj(uses::use).mapToInt(Use::number);
    }
}
