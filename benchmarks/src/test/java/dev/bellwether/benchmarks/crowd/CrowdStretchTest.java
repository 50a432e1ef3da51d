package dev.bellwether.benchmarks.crowd;

import static org.assertj.core.api.Assertions.assertThat;

import dev.bellwether.benchmarks.health.Expectation;
import dev.bellwether.benchmarks.health.Use;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class CrowdStretchTest {

    private static final LocalDate TODAY = LocalDate.parse("2026-03-31");
    private static final Crowd SMALL = new Crowd(0, Crowd.SMALL, TODAY);
    private static final Crowd LARGE = new Crowd(1, 200_000, TODAY);

    @Test
    void all_users_are_known_and_active_this_week_before_the_first_stretch() {
        assertThat(Expectation.of(LARGE, TODAY).wau()).containsEntry("account-10001", 200_000L);
    }

    @Test
    void one_event_in_a_hundred_shows_a_user_on_a_new_day_in_the_small_account_as_in_the_large() {
        for (Crowd crowd : List.of(SMALL, LARGE)) {
            Expectation expected = Expectation.of(crowd, TODAY);
            for (int round = 0; round < 6; round++) {
                long before = expected.userDays();
                expected.add(new CrowdStretch(crowd, round, 100_000));
                assertThat(expected.userDays() - before).isEqualTo(1_000);
            }
        }
    }

    @Test
    void no_stretch_brings_new_users() {
        Expectation expected = Expectation.of(LARGE, TODAY);
        expected.add(new CrowdStretch(LARGE, 3, 100_000));

        assertThat(expected.wau()).containsEntry("account-10001", 200_000L);
    }

    @Test
    void every_event_is_another_one() {
        assertThat(IntStream.range(0, 3)
                        .boxed()
                        .flatMapToInt(round -> IntStream.range(0, 5_000)
                                .map(i -> new CrowdStretch(SMALL, round, 5_000)
                                        .use(i)
                                        .number()))
                        .distinct()
                        .filter(number -> number >= Crowd.SMALL))
                .hasSize(15_000);
    }

    @Test
    void users_come_up_all_over_the_account() {
        CrowdStretch stretch = new CrowdStretch(LARGE, 0, 100_000);

        assertThat(IntStream.range(0, stretch.events())
                        .mapToObj(stretch::use)
                        .map(Use::user)
                        .distinct())
                .hasSizeGreaterThan(70_000);
    }
}
