package dev.bellwether.health.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import org.junit.jupiter.api.Test;

class DayTurnTest {

    private static final LocalDate DAY = LocalDate.parse("2026-03-31");
    private static final DayTurn DONE = new DayTurn(3, DAY, 7, "zeta", true);
    private static final DayTurn HALF = new DayTurn(3, DAY, 7, "kappa", false);

    @Test
    void a_turn_goes_on_where_it_was_and_begins_again_when_the_day_is_another() {
        assertThat(DONE.on(DAY, 7)).isSameAs(DONE);
        assertThat(HALF.on(DAY, 7)).isSameAs(HALF);
        assertThat(DONE.on(DAY.plusDays(1), 7)).isEqualTo(new DayTurn(3, DAY.plusDays(1), 7, "", false));
        assertThat(HALF.on(DAY.plusDays(1), 7)).isEqualTo(new DayTurn(3, DAY.plusDays(1), 7, "", false));
    }

    @Test
    void with_other_outages_it_begins_again_once_the_last_account_was_looked_at() {
        assertThat(HALF.on(DAY, 8)).isSameAs(HALF);
        assertThat(DONE.on(DAY, 8)).isEqualTo(new DayTurn(3, DAY, 8, "", false));
    }
}
