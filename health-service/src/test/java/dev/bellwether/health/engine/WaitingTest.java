package dev.bellwether.health.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import org.junit.jupiter.api.Test;

class WaitingTest {

    private static final Duration LONG = Duration.ofSeconds(20);

    @Test
    void a_failure_is_thrown_as_what_it_is() {
        IllegalArgumentException failure = new IllegalArgumentException("no");

        assertThatThrownBy(() -> Waiting.on(CompletableFuture.failedFuture(failure), LONG))
                .isSameAs(failure);
        assertThatThrownBy(() -> Waiting.on(CompletableFuture.failedFuture(new CompletionException(failure))))
                .isSameAs(failure);
    }

    @Test
    void an_error_stays_an_error_so_that_the_process_ends() {
        OutOfMemoryError error = new OutOfMemoryError("full");

        assertThatThrownBy(() -> Waiting.on(CompletableFuture.failedFuture(error), LONG))
                .isSameAs(error);
    }

    @Test
    void what_takes_too_long_is_given_up_and_goes_on() {
        CompletableFuture<Void> work = new CompletableFuture<>();

        assertThatIllegalStateException()
                .isThrownBy(() -> Waiting.on(work, Duration.ofMillis(1)))
                .withMessageContaining("too long");
        assertThat(work).isNotDone();
    }
}
