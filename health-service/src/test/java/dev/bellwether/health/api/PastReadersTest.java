package dev.bellwether.health.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.smallrye.mutiny.Uni;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class PastReadersTest {

    private static final Duration SOON = Duration.ofSeconds(10);

    @Test
    void one_question_more_than_may_be_answered_at_once_waits_and_is_then_refused() {
        PastReaders readers = new PastReaders(1, Duration.ofMillis(50));
        CompletableFuture<String> answer = new CompletableFuture<>();
        CountDownLatch asked = new CountDownLatch(1);
        CompletableFuture<String> first = readers.reading(() -> {
                    asked.countDown();
                    return answer.join();
                })
                .subscribeAsCompletionStage();
        Uni<String> second = readers.reading(() -> "second");
        assertThat(asked).satisfies(CountDownLatch::await);

        Refusal refusal =
                catchThrowableOfType(Refusal.class, () -> second.await().atMost(SOON));

        assertThat(refusal.getResponse().getStatus()).isEqualTo(503);
        assertThat(refusal.getResponse().getHeaderString("Retry-After")).isEqualTo("5");
        answer.complete("first");
        assertThat(first).succeedsWithin(SOON).isEqualTo("first");
        assertThat(second.await().atMost(SOON)).isEqualTo("second");
    }

    @Test
    void beyond_those_that_may_wait_a_question_is_refused_at_once() {
        PastReaders readers = new PastReaders(1, Duration.ofMinutes(5));
        CountDownLatch end = new CountDownLatch(1);
        List<CompletableFuture<Boolean>> waiting = IntStream.range(0, 65)
                .mapToObj(i -> readers.reading(() -> awaited(end)).subscribeAsCompletionStage())
                .toList();

        Refusal refusal = catchThrowableOfType(
                Refusal.class, () -> readers.reading(() -> "more").await().atMost(SOON));

        assertThat(refusal.getResponse().getStatus()).isEqualTo(503);
        end.countDown();
        assertThat(waiting).allSatisfy(answer -> assertThat(answer).succeedsWithin(SOON));
        assertThat(readers.reading(() -> "more").await().atMost(SOON)).isEqualTo("more");
    }

    private static boolean awaited(CountDownLatch end) {
        try {
            return end.await(1, TimeUnit.MINUTES);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    @Test
    void a_question_that_failed_makes_room_for_the_next() {
        PastReaders readers = new PastReaders(1, Duration.ZERO);
        Uni<String> failing = readers.reading(() -> {
            throw new IllegalStateException("no database");
        });

        assertThatThrownBy(() -> failing.await().atMost(SOON)).hasMessage("no database");
        assertThat(readers.reading(() -> "next").await().atMost(SOON)).isEqualTo("next");
    }
}
