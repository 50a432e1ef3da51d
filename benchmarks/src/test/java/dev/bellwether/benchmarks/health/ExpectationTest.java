package dev.bellwether.benchmarks.health;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ExpectationTest {

    private final Expectation expected = new Expectation(LocalDate.parse("2026-03-31"));

    @Test
    void a_user_counts_once_a_day_and_once_a_week_and_every_use_counts() {
        use(1, 7, "2026-03-30T08:00:00Z");
        use(1, 7, "2026-03-30T23:59:59Z");
        use(1, 7, "2026-03-31T00:00:00Z");

        assertThat(expected.userDays()).isEqualTo(2);
        assertThat(expected.wau()).isEqualTo(Map.of("account-10001", 1L));
        assertThat(expected.uses()).isEqualTo(Map.of("account-10001", 3L));
    }

    @Test
    void the_week_is_today_and_the_six_days_before() {
        use(1, 1, "2026-03-25T00:00:00Z");
        use(2, 1, "2026-03-24T23:59:59Z");

        assertThat(expected.wau()).isEqualTo(Map.of("account-10001", 1L, "account-10002", 0L));
    }

    @Test
    void users_of_the_same_number_in_two_accounts_are_two() {
        use(1, 1, "2026-03-31T10:00:00Z");
        use(2, 1, "2026-03-31T10:00:00Z");

        assertThat(expected.userDays()).isEqualTo(2);
    }

    @Test
    void a_day_that_is_not_known_is_refused() {
        assertThatIllegalArgumentException().isThrownBy(() -> use(1, 1, "2026-01-26T10:00:00Z"));
        assertThatIllegalArgumentException().isThrownBy(() -> use(1, 1, "2026-04-01T00:00:00Z"));
    }

    private void use(int account, int user, String at) {
        expected.add(new Use(1, account, user, 0, Instant.parse(at)));
    }
}
