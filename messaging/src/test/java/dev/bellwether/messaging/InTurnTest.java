package dev.bellwether.messaging;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.smallrye.mutiny.Uni;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class InTurnTest {

    private static final Duration SOON = Duration.ofSeconds(20);

    @Test
    void any_number_of_steps_that_succeed_at_once_are_taken_in_order() {
        List<Integer> all = IntStream.range(0, 200_000).boxed().toList();
        List<Integer> taken = new ArrayList<>();

        InTurn.each(all, one -> Uni.createFrom().item(one).invoke(taken::add))
                .await()
                .atMost(SOON);

        assertThat(taken).isEqualTo(all);
    }

    @Test
    void a_step_waits_for_the_one_before() {
        List<String> heard = new ArrayList<>();

        InTurn.each(
                        List.of("one", "two"),
                        one -> Uni.createFrom()
                                .voidItem()
                                .invoke(() -> heard.add("begin " + one))
                                .onItem()
                                .delayIt()
                                .by(Duration.ofMillis(20))
                                .invoke(() -> heard.add("end " + one)))
                .await()
                .atMost(SOON);

        assertThat(heard).containsExactly("begin one", "end one", "begin two", "end two");
    }

    @Test
    void the_first_failure_ends_it() {
        List<Integer> taken = new ArrayList<>();
        Uni<Void> steps = InTurn.each(List.of(1, 2, 3), one -> {
            taken.add(one);
            return one == 2
                    ? Uni.createFrom().failure(new IllegalStateException("two"))
                    : Uni.createFrom().voidItem();
        });

        assertThatThrownBy(() -> steps.await().atMost(SOON)).hasMessage("two");
        assertThat(taken).containsExactly(1, 2);
    }
}
