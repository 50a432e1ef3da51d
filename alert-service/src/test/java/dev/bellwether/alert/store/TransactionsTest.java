package dev.bellwether.alert.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.smallrye.mutiny.TimeoutException;
import io.smallrye.mutiny.Uni;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Test;

class TransactionsTest {

    private final AtomicBoolean late = new AtomicBoolean();
    private final AtomicBoolean begun = new AtomicBoolean();

    @Test
    void what_is_in_time_is_done() {
        assertThat(Transactions.unlessLate(late, () -> Uni.createFrom().item("done"))
                        .await()
                        .indefinitely())
                .isEqualTo("done");
    }

    @Test
    void what_nobody_waits_for_any_more_does_not_begin() {
        Uni<String> work = Transactions.unlessLate(late, () -> {
            begun.set(true);
            return Uni.createFrom().item("done");
        });
        late.set(true);

        assertThatThrownBy(() -> work.await().indefinitely()).isInstanceOf(TimeoutException.class);
        assertThat(begun).isFalse();
    }

    @Test
    void what_ends_when_nobody_waits_for_it_any_more_fails_so_that_it_is_rolled_back() {
        Uni<String> work = Transactions.unlessLate(
                late, () -> Uni.createFrom().item("done").invoke(() -> late.set(true)));

        assertThatThrownBy(() -> work.await().indefinitely()).isInstanceOf(TimeoutException.class);
    }
}
