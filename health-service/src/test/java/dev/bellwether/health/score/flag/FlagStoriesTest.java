package dev.bellwether.health.score.flag;

import static org.assertj.core.api.Assertions.assertThat;

import dev.bellwether.contracts.FlagKind;
import dev.bellwether.health.score.Story;
import java.time.LocalDate;
import java.util.Arrays;
import org.junit.jupiter.api.Test;

/** Each kind of flag through a life: when it is raised, when it becomes more severe, when it clears. */
class FlagStoriesTest {

    private static final String[] TEN = {"a", "b", "c", "d", "e", "f", "g", "h", "i", "j"};

    private final Story story = Story.ofAnAccount();

    private static String[] first(int count) {
        return Arrays.copyOf(TEN, count);
    }

    @Test
    void usage_that_drops_by_two_fifths_and_more() {
        story.usedDaily("2026-01-01", "2026-03-01", TEN)
                .usedDaily("2026-03-02", "2026-03-14", first(6))
                .usedDaily("2026-03-15", "2026-03-15", first(7))
                .usedDaily("2026-03-16", "2026-03-22", first(4))
                .usedDaily("2026-03-23", "2026-04-05", first(2))
                .usedDaily("2026-04-06", "2026-05-10", TEN);
        assertThat(Watch.of(story.memory()).daily("2026-01-01", "2026-05-10").told(FlagKind.USAGE_DROP))
                .containsExactly("2026-03-08 raised medium", "2026-03-29 escalated high", "2026-04-06 cleared");
    }

    @Test
    void usage_that_all_but_ends() {
        story.usedDaily("2026-01-01", "2026-03-01", TEN).usedDaily("2026-03-02", "2026-03-20", first(2));
        Watch watch = Watch.of(story.memory()).daily("2026-01-01", "2026-03-08");
        assertThat(watch.told(FlagKind.USAGE_DROP)).containsExactly("2026-03-08 raised critical");
        assertThat(watch.sentence(FlagKind.USAGE_DROP))
                .isEqualTo("2 people used the product this week; 10 is usual for this account (−80 %).");
    }

    @Test
    void usage_that_drops_further_escalates_but_never_back() {
        story.usedDaily("2026-01-01", "2026-03-01", TEN)
                .usedDaily("2026-03-02", "2026-03-08", first(6))
                .usedDaily("2026-03-09", "2026-03-15", first(4))
                .usedDaily("2026-03-16", "2026-03-22", first(5));
        assertThat(Watch.of(story.memory()).daily("2026-01-01", "2026-03-22").told(FlagKind.USAGE_DROP))
                .containsExactly("2026-03-08 raised medium", "2026-03-15 escalated high");
    }

    @Test
    void few_users_are_no_drop() {
        story.usedDaily("2026-01-01", "2026-03-01", first(2)).usedDaily("2026-03-02", "2026-03-20", first(1));
        assertThat(Watch.of(story.memory()).daily("2026-01-01", "2026-03-20").told(FlagKind.USAGE_DROP))
                .isEmpty();
    }

    @Test
    void seats_that_nobody_takes() {
        story.seats("2026-01-01", 20)
                .usedDaily("2026-01-01", "2026-03-01", first(5))
                .used("2026-03-02", first(8));
        Watch watch = Watch.of(story.memory()).daily("2026-01-01", "2026-03-01");
        assertThat(watch.told(FlagKind.LOW_ADOPTION)).containsExactly("2026-02-01 raised low");
        assertThat(watch.sentence(FlagKind.LOW_ADOPTION))
                .isEqualTo("5 people used the product in the last four weeks, of 20 seats paid for (25 %).");
        assertThat(watch.daily("2026-03-02", "2026-04-30").told(FlagKind.LOW_ADOPTION))
                .containsExactly("2026-02-01 raised low", "2026-03-02 cleared", "2026-03-30 raised low");
    }

    @Test
    void silence() {
        story.usedDaily("2026-03-01", "2026-03-03", "ann").used("2026-04-05", "ann");
        Watch watch = Watch.of(story.memory()).daily("2026-03-01", "2026-03-10");
        assertThat(watch.sentence(FlagKind.INACTIVE))
                .isEqualTo("Nobody has used the product for 7 days; before that it was in use on 3 of 28 days.");
        assertThat(watch.daily("2026-03-11", "2026-04-05").told(FlagKind.INACTIVE))
                .containsExactly(
                        "2026-03-10 raised low",
                        "2026-03-17 escalated high",
                        "2026-03-31 escalated critical",
                        "2026-04-05 cleared");
    }

    @Test
    void silence_of_an_account_hardly_used_is_nothing_new() {
        story.used("2026-03-01", "ann").used("2026-03-03", "ann");
        assertThat(Watch.of(story.memory()).daily("2026-03-01", "2026-04-30").told(FlagKind.INACTIVE))
                .isEmpty();
    }

    @Test
    void an_invoice_left_unpaid() {
        story.invoiced("2026-03-01", "i1", 1_234_50, "2026-03-05")
                .invoiced("2026-03-01", "i2", 100_00, "2026-03-06")
                .paid("2026-05-10", "i1")
                .paid("2026-05-11", "i2");
        Watch watch = Watch.of(story.memory()).daily("2026-03-01", "2026-03-06");
        assertThat(watch.sentence(FlagKind.LATE_PAYMENT)).isEqualTo("An invoice of EUR 1,234.50 is 1 day overdue.");
        watch.daily("2026-03-07", "2026-03-20");
        assertThat(watch.sentence(FlagKind.LATE_PAYMENT))
                .isEqualTo("2 invoices of EUR 1,334.50 are overdue, the oldest by 15 days.");
        assertThat(watch.open().getFirst().flag().evidence().facts()).containsExactly("i1", "i2");
        assertThat(watch.daily("2026-03-21", "2026-05-11").told(FlagKind.LATE_PAYMENT))
                .containsExactly(
                        "2026-03-06 raised low",
                        "2026-03-20 escalated medium",
                        "2026-04-04 escalated high",
                        "2026-05-04 escalated critical",
                        "2026-05-11 cleared");
    }

    @Test
    void payments_that_fail() {
        story.invoiced("2026-03-01", "i", 100_00, "2026-06-30")
                .paymentFailed("2026-03-05", "i")
                .paymentFailed("2026-03-06", "i")
                .paymentFailed("2026-03-07", "i");
        assertThat(Watch.of(story.memory()).daily("2026-03-01", "2026-04-10").told(FlagKind.PAYMENT_FAILED))
                .containsExactly("2026-03-05 raised medium", "2026-03-07 escalated high", "2026-04-06 cleared");
    }

    @Test
    void a_storm_of_tickets() {
        story.used("2026-01-01", "ann").opened("2026-03-10", "t1", "t2", "t3").opened("2026-03-11", "t4");
        Watch watch = Watch.of(story.memory()).daily("2026-03-01", "2026-03-10");
        assertThat(watch.sentence(FlagKind.TICKET_SPIKE))
                .isEqualTo("3 tickets were opened this week; 0.1 a week is usual for this account.");
        assertThat(watch.daily("2026-03-11", "2026-03-31").told(FlagKind.TICKET_SPIKE))
                .containsExactly("2026-03-10 raised medium", "2026-03-11 escalated high", "2026-03-17 cleared");
    }

    @Test
    void an_urgent_ticket_that_waits() {
        story.openedUrgently("2026-03-01", "t").solved("2026-03-08", "t");
        Watch watch = Watch.of(story.memory()).daily("2026-03-01", "2026-03-03");
        assertThat(watch.sentence(FlagKind.URGENT_TICKET)).isEqualTo("An urgent ticket has been open for 2 days.");
        assertThat(watch.daily("2026-03-04", "2026-03-08").told(FlagKind.URGENT_TICKET))
                .containsExactly("2026-03-03 raised high", "2026-03-08 cleared");
    }

    @Test
    void users_who_would_not_recommend() {
        story.champion("2026-02-01", "ann").nps("2026-03-01", "bob", 3).nps("2026-03-05", "ann", 5);
        Watch watch = Watch.of(story.memory()).daily("2026-03-01", "2026-03-01");
        assertThat(watch.sentence(FlagKind.DETRACTOR))
                .isEqualTo("A user would not recommend the product: 3 out of 10.");
        watch.daily("2026-03-02", "2026-03-05");
        assertThat(watch.sentence(FlagKind.DETRACTOR))
                .isEqualTo(
                        "2 users, a champion among them, would not recommend the product; the lowest answer is 3 out of"
                                + " 10.");
        assertThat(watch.daily("2026-03-06", "2026-04-10").told(FlagKind.DETRACTOR))
                .containsExactly("2026-03-01 raised medium", "2026-03-05 escalated high", "2026-04-04 cleared");
    }

    @Test
    void negative_words_in_public() {
        story.mentioned("2026-03-01", "-0.5")
                .mentioned("2026-03-02", "-0.5")
                .mentioned("2026-03-03", "-0.5")
                .mentioned("2026-03-03", "0.5");
        assertThat(Watch.of(story.memory()).daily("2026-03-01", "2026-04-10").told(FlagKind.NEGATIVE_MENTION))
                .containsExactly("2026-03-01 raised low", "2026-03-03 escalated medium", "2026-04-02 cleared");
    }

    @Test
    void a_champion_who_falls_silent() {
        story.champion("2026-03-01", "ann")
                .usedDaily("2026-03-01", "2026-03-30", "bob")
                .used("2026-03-02", "ann");
        Watch watch = Watch.of(story.memory()).daily("2026-03-01", "2026-03-16");
        assertThat(watch.sentence(FlagKind.CHAMPION_SILENT))
                .isEqualTo("The champion ann has not used the product for 14 days.");
        story.used("2026-03-20", "ann").deactivated("2026-03-25", "ann").noChampion("2026-03-27", "ann");
        assertThat(watch.daily("2026-03-17", "2026-03-30").told(FlagKind.CHAMPION_SILENT))
                .containsExactly(
                        "2026-03-16 raised high", "2026-03-20 cleared", "2026-03-25 raised high", "2026-03-27 cleared");
    }

    @Test
    void onboarding_that_does_not_get_going() {
        story.used("2026-01-01", "ann");
        Watch watch = Watch.of(story.memory()).daily("2026-01-01", "2026-01-15");
        assertThat(watch.sentence(FlagKind.ONBOARDING_STALLED))
                .isEqualTo("The account is 14 days old; in the last four weeks 1 person used the product.");
        assertThat(watch.daily("2026-01-16", "2026-04-30").told(FlagKind.ONBOARDING_STALLED))
                .containsExactly("2026-01-15 raised medium", "2026-04-02 cleared");
    }

    @Test
    void an_account_with_room_to_grow() {
        story.seats("2026-01-01", 10)
                .usedDaily("2026-01-01", "2026-01-28", TEN)
                .usedDaily("2026-01-29", "2026-03-31", first(8))
                .paid("2026-01-01", "i");
        Watch watch = Watch.of(story.memory()).daily("2026-01-01", "2026-03-31");
        assertThat(watch.told(FlagKind.EXPANSION_READY)).containsExactly("2026-01-01 raised info");
        story.seats("2026-04-01", 11);
        assertThat(watch.daily("2026-04-01", "2026-04-01").told(FlagKind.EXPANSION_READY))
                .containsExactly("2026-01-01 raised info", "2026-04-01 cleared");
    }

    @Test
    void people_who_would_vouch() {
        story.seats("2026-01-01", 10)
                .usedDaily("2026-01-01", "2026-12-31", first(8))
                .nps("2026-02-01", "a", 9)
                .nps("2026-02-02", "b", 9)
                .nps("2026-02-03", "c", 9);
        Watch watch = Watch.of(story.memory()).daily("2026-01-01", "2026-02-03");
        assertThat(watch.sentence(FlagKind.ADVOCATE)).isEqualTo("The net promoter score is 100 from 3 answers.");
        assertThat(watch.daily("2026-02-04", "2026-12-31").told(FlagKind.ADVOCATE))
                .as("ends when the last answer is too old")
                .containsExactly("2026-02-03 raised info", "2026-08-02 cleared");
    }

    @Test
    void a_red_account() {
        story.usedDaily("2026-01-01", "2026-02-28", TEN)
                .seats("2026-01-01", 10)
                .invoiced("2026-01-01", "i", 100_00, "2026-03-01")
                .usedDaily("2026-04-10", "2026-05-10", TEN)
                .paid("2026-04-10", "i");
        Watch watch = Watch.of(story.memory()).daily("2026-01-01", "2026-03-28");
        LocalDate raised = watch.open().stream()
                .filter(flag -> flag.kind() == FlagKind.RED)
                .findFirst()
                .orElseThrow()
                .raisedOn();
        assertThat(watch.sentence(FlagKind.RED))
                .isEqualTo("The score is 30 out of 100; most was lost to payments (−23) and adoption (−23).");
        assertThat(watch.daily("2026-03-29", "2026-05-10").told(FlagKind.RED))
                .containsExactly(raised + " raised high", "2026-04-10 cleared");
    }
}
