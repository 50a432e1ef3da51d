package dev.bellwether.health.score.figure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.bellwether.health.score.Story;
import java.time.LocalDate;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SupportFiguresTest {

    private static final LocalDate DAY = LocalDate.parse("2026-06-30");

    /** One ticket a day, going back from the day. */
    private static Story tickets(Story story, LocalDate last, int count, int within) {
        IntStream.range(0, count)
                .forEach(i -> story.opened(last.minusDays(i % within).toString(), "ticket-" + last + "-" + i));
        return story;
    }

    @ParameterizedTest(name = "{0} in 8 weeks, {1} this week: λ = {2}, p = {3}, spike {4}")
    @CsvSource({
        "32, 10, 3.6666666666666665, 0.00456, true",
        "0, 3, 0.1111111111111111, 0.00021, true",
        "0, 2, 0.1111111111111111, 0.00573, false",
        "8, 0, 1, 1, false",
        "8, 3, 1, 0.08030, false",
    })
    void a_week_is_judged_by_the_eight_before(int history, int opened, double rate, double p, boolean spike) {
        Story story = Story.ofAnAccount().used("2026-01-01", "ann");
        tickets(story, DAY, opened, 7);
        tickets(story, DAY.minusDays(7), history, 56);
        SupportFigures support = story.figures(DAY.toString()).support();
        assertThat(support.opened7()).isEqualTo(opened);
        assertThat(support.ticketRate()).isEqualTo(rate);
        assertThat(support.ticketP()).isNotNull().isCloseTo(p, within(5e-6));
        assertThat(support.spike()).isEqualTo(spike);
    }

    @Test
    void tickets_older_than_nine_weeks_do_not_count() {
        Story story = Story.ofAnAccount().used("2026-01-01", "ann");
        story.opened(DAY.minusDays(62).toString(), "in")
                .opened(DAY.minusDays(63).toString(), "out");
        assertThat(story.figures(DAY.toString()).support().ticketRate()).isEqualTo(2 / 9.0);
    }

    @ParameterizedTest(name = "{0} days old: {1} weeks")
    @CsvSource({"0, 1", "12, 1", "13, 1", "19, 1", "20, 2", "61, 7", "62, 8", "400, 8"})
    void a_young_account_is_judged_by_its_whole_weeks_but_at_least_one(int age, int weeks) {
        Story story = Story.ofAnAccount().used(DAY.minusDays(age), "ann");
        assertThat(story.figures(DAY.toString()).support().ticketRate()).isEqualTo(1.0 / (weeks + 1));
    }

    @Test
    void before_the_first_fact_nothing_can_be_said() {
        SupportFigures support = Story.ofAnAccount()
                .used("2026-03-01", "ann")
                .figures("2026-02-28")
                .support();
        assertThat(support.ticketRate()).isNull();
        assertThat(support.ticketP()).isNull();
    }

    @ParameterizedTest(name = "{0} tickets at {1} a week")
    @CsvSource({"1, 0.1111", "3, 0.5", "7, 3.667", "20, 11", "40, 30", "150, 120"})
    void the_probability_is_that_of_a_poisson_sum(int count, double rate) {
        double term = Math.exp(-rate);
        double below = 0;
        for (int k = 0; k < count; k++) {
            below += term;
            term *= rate / (k + 1);
        }
        assertThat(SupportFigures.probabilityOfAtLeast(count, rate)).isCloseTo(1 - below, within(1e-11));
    }

    @Test
    void a_flood_has_a_tiny_probability_not_an_error() {
        assertThat(SupportFigures.probabilityOfAtLeast(10_000, 0.2)).isBetween(0.0, 1e-300);
    }

    @Test
    void open_tickets_wait_until_they_are_solved() {
        Story story = Story.ofAnAccount()
                .opened("2026-03-01", "t1")
                .openedUrgently("2026-03-03", "t2")
                .solved("2026-03-09", "t1")
                .solved("2026-03-12", "t2");
        SupportFigures support = story.figures("2026-03-08").support();
        assertThat(support.openTickets()).isEqualTo(2);
        assertThat(support.urgentOpen()).isOne();
        assertThat(support.oldestOpenDays()).isEqualTo(7);
        assertThat(support.oldestUrgentDays()).isEqualTo(5);
        assertThat(story.figures("2026-03-09").support().oldestOpenDays()).isEqualTo(6);
        assertThat(story.figures("2026-03-12").support().oldestUrgentDays()).isNull();
        assertThat(story.figures("2026-03-12").support().openTickets()).isZero();
    }
}
