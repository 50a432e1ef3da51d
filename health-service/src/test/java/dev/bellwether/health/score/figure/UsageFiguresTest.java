package dev.bellwether.health.score.figure;

import static org.assertj.core.api.Assertions.assertThat;

import dev.bellwether.health.score.Story;
import dev.bellwether.health.score.memory.BusinessDays;
import dev.bellwether.health.score.memory.Settings;
import java.time.ZoneOffset;
import java.util.Set;
import org.junit.jupiter.api.Test;

class UsageFiguresTest {

    @Test
    void users_are_counted_once_in_windows_of_1_7_and_28_days() {
        UsageFigures usage = Story.ofAnAccount()
                .used("2026-03-01", "dora")
                .used("2026-03-02", "cy")
                .used("2026-03-03", "cy")
                .used("2026-03-22", "bob", "ann")
                .used("2026-03-28", "ann")
                .used("2026-03-29", "eve")
                .figures("2026-03-28")
                .usage();
        assertThat(usage.dau()).isOne();
        assertThat(usage.wau()).isEqualTo(2);
        assertThat(usage.mau()).isEqualTo(4);
        assertThat(usage.features28()).isOne();
        assertThat(usage.stickiness()).isEqualTo(6 / 28.0 / 4);
        assertThat(usage.daysInactive()).isZero();
    }

    @Test
    void the_baseline_is_the_median_of_the_whole_weeks_since_the_first_use() {
        Story story = Story.ofAnAccount()
                .used("2026-03-01", "a", "b", "c", "d", "e", "f")
                .used("2026-03-08", "a", "b", "c")
                .used("2026-03-15", "a", "b", "c", "d", "e")
                .used("2026-03-22", "a", "b", "c", "d");
        assertThat(story.figures("2026-03-14").usage().baseline())
                .as("one whole week")
                .isNull();
        assertThat(story.figures("2026-03-20").usage().earlierWaus())
                .as("the first is cut short")
                .hasSize(1);
        UsageFigures third = story.figures("2026-03-21").usage();
        assertThat(third.earlierWaus()).containsExactly(3, 6);
        assertThat(third.baseline()).isEqualTo(4.5);
        assertThat(third.trend()).isEqualTo(5 / 4.5);
        UsageFigures fourth = story.figures("2026-03-28").usage();
        assertThat(fourth.earlierWaus()).containsExactly(5, 3, 6);
        assertThat(fourth.baseline()).isEqualTo(5);
        assertThat(fourth.trend()).isEqualTo(0.8);
        UsageFigures fifth = story.figures("2026-04-04").usage();
        assertThat(fifth.earlierWaus()).containsExactly(4, 5, 3, 6);
        assertThat(fifth.baseline()).isEqualTo(4.5);
        assertThat(fifth.trend()).isZero();
    }

    @Test
    void after_four_silent_weeks_there_is_a_baseline_but_no_trend() {
        UsageFigures usage = Story.ofAnAccount()
                .used("2026-01-01", "a")
                .figures("2026-03-31")
                .usage();
        assertThat(usage.baseline()).isZero();
        assertThat(usage.trend()).isNull();
        assertThat(usage.stickiness()).isNull();
        assertThat(usage.daysInactive()).isEqualTo(89);
        assertThat(usage.activeDaysBefore()).isOne();
    }

    @Test
    void an_account_never_used_misses_what_cannot_be_said_and_counts_nobody() {
        UsageFigures usage = Story.ofAnAccount()
                .seats("2026-03-01", 10)
                .figures("2026-03-31")
                .usage();
        assertThat(usage.wau()).isZero();
        assertThat(usage.daysInactive()).isNull();
        assertThat(usage.baseline()).isNull();
        assertThat(usage.trend()).isNull();
        assertThat(usage.seatUtilisation()).isZero();
    }

    @Test
    void seat_utilisation_needs_seats_and_may_exceed_1() {
        Story story = Story.ofAnAccount().used("2026-03-01", "a", "b", "c");
        assertThat(story.figures("2026-03-01").usage().seatUtilisation()).isNull();
        story.seats("2026-03-02", 2).seats("2026-03-03", 0);
        assertThat(story.figures("2026-03-02").usage().seatUtilisation()).isEqualTo(1.5);
        assertThat(story.figures("2026-03-03").usage().seatUtilisation()).isNull();
    }

    @Test
    void internal_users_count_nowhere_from_the_day_they_are_known_to_be() {
        Settings settings = new Settings(new BusinessDays(ZoneOffset.UTC), Set.of("us.example"));
        Story story = Story.ofAnAccount(settings)
                .usedDaily("2026-03-01", "2026-03-28", "ann", "bob")
                .used("2026-02-20", "eve")
                .used("2026-03-30", "eve")
                .internal("2026-03-10", "bob")
                .user("2026-03-20", "eve", "eve@us.example");
        assertThat(story.figures("2026-03-09").usage().wau()).isEqualTo(2);
        assertThat(story.figures("2026-03-10").usage().wau()).isOne();
        UsageFigures usage = story.figures("2026-03-30").usage();
        assertThat(usage.mau()).isOne();
        assertThat(usage.daysInactive()).isEqualTo(2);
        assertThat(usage.earlierWaus())
                .as("eve's first use is not the account's")
                .hasSize(3);
        assertThat(usage.stickiness()).isEqualTo(26 / 28.0);
    }
}
