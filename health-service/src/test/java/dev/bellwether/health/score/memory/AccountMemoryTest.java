package dev.bellwether.health.score.memory;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.ZoneOffset;
import org.junit.jupiter.api.Test;

class AccountMemoryTest {

    private static final long DAY = 20_500;

    private final AccountMemory memory = new AccountMemory(Settings.in(ZoneOffset.UTC));

    @Test
    void a_use_is_new_when_the_user_or_the_feature_was_not_known_of_that_day() {
        assertThat(use(1, 1, DAY)).isTrue();
        assertThat(use(1, 1, DAY)).isFalse();
        assertThat(use(2, 1, DAY)).isTrue();
        assertThat(use(1, 2, DAY)).isTrue();
        assertThat(use(2, 2, DAY)).isFalse();
        assertThat(use(1, 1, DAY + 1)).isTrue();
    }

    private boolean use(long user, long feature, long day) {
        return memory.use(user, feature, day, BigDecimal.ONE);
    }
}
