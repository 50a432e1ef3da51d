package dev.bellwether.benchmarks.streams;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class TotalsTest {

    @Test
    void uses_add_up_and_users_count_when_they_are_new() {
        Totals totals = Totals.none()
                .with(new Seen(20_000, 1, true, true))
                .with(new Seen(20_000, 2, false, false))
                .with(new Seen(20_001, 1, true, false));

        assertThat(totals.uses()).isEqualTo(4);
        assertThat(totals.userDays()).isEqualTo(2);
        assertThat(totals.weeklyUsers()).isEqualTo(1);
    }

    @Test
    void what_is_announced_is_read_again() {
        assertThat(Announcements.Figures.read("{\"wau\":3,\"uses\":120,\"userDays\":17}"))
                .isEqualTo(new Announcements.Figures(3, 120, 17));
    }
}
