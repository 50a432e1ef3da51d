package dev.bellwether.health.score.figure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;
import static org.assertj.core.api.Assertions.within;
import static org.junit.jupiter.api.Assertions.assertNotNull;

import dev.bellwether.health.score.Story;
import org.junit.jupiter.api.Test;

class VoiceFiguresTest {

    @Test
    void nps_is_promoters_minus_detractors_with_its_margin() {
        Nps nps = Story.ofAnAccount()
                .nps("2026-03-01", "a", 9)
                .nps("2026-03-01", "b", 10)
                .nps("2026-03-01", "c", 8)
                .nps("2026-03-01", "d", 6)
                .figures("2026-03-02")
                .voice()
                .nps();
        assertNotNull(nps);
        assertThat(nps.value()).isEqualTo(25);
        assertThat(nps.answers()).isEqualTo(4);
        // 1.96 · √((0.5 + 0.25 − 0.25²) ÷ 4) · 100
        assertThat(nps.margin()).isCloseTo(81.2573, within(1e-4));
    }

    @Test
    void all_of_one_mind_have_no_margin() {
        Nps nps = Story.ofAnAccount()
                .nps("2026-03-01", "a", 9)
                .nps("2026-03-01", "b", 9)
                .nps("2026-03-01", "c", 9)
                .figures("2026-03-02")
                .voice()
                .nps();
        assertThat(nps).isEqualTo(new Nps(100, 3, 0));
    }

    @Test
    void only_the_newest_answer_of_a_user_counts_and_only_for_180_days() {
        Story story = Story.ofAnAccount().nps("2026-01-01", "a", 2).nps("2026-01-05", "a", 9);
        assertThat(story.figures("2026-01-04").voice().nps()).isEqualTo(new Nps(-100, 1, 0));
        assertThat(story.figures("2026-01-05").voice().nps()).isEqualTo(new Nps(100, 1, 0));
        assertThat(story.figures("2026-07-03").voice().nps())
                .as("179 days later")
                .isNotNull();
        assertThat(story.figures("2026-07-04").voice().nps()).isNull();
    }

    @Test
    void csat_is_the_share_of_4_and_5() {
        Story story = Story.ofAnAccount()
                .csat("2026-03-01", "a", 5)
                .csat("2026-03-01", "b", 4)
                .csat("2026-03-01", "c", 3);
        assertThat(story.figures("2026-03-01").voice().csat()).isEqualTo(2 / 3.0);
        assertThat(story.figures("2026-05-29").voice().csat())
                .as("89 days later")
                .isNotNull();
        assertThat(story.figures("2026-05-30").voice().csat()).isNull();
    }

    @Test
    void ces_is_ease_on_whatever_scale() {
        VoiceFigures voice = Story.ofAnAccount()
                .ces("2026-03-01", "a", 7, 7)
                .ces("2026-03-01", "b", 4, 7)
                .ces("2026-03-01", "c", 2, 5)
                .figures("2026-03-01")
                .voice();
        assertThat(voice.ces()).isNotNull().isCloseTo((1 + 0.5 + 0.25) / 3, within(1e-15));
    }

    @Test
    void mentions_are_negative_from_a_quarter_and_for_30_days() {
        Story story = Story.ofAnAccount()
                .mentioned("2026-03-01", "-0.25")
                .mentioned("2026-03-01", "-0.24")
                .mentioned("2026-03-02", "-1");
        assertThat(story.figures("2026-02-28").voice().everMentioned()).isFalse();
        assertThat(story.figures("2026-03-30").voice().negativeMentions30()).isEqualTo(2);
        assertThat(story.figures("2026-03-31").voice().negativeMentions30()).isOne();
        assertThat(story.figures("2026-04-30").voice().negativeMentions30()).isZero();
        assertThat(story.figures("2026-04-30").voice().everMentioned()).isTrue();
    }

    @Test
    void the_newest_pulse_counts_for_90_days() {
        Story story = Story.ofAnAccount().pulse("2026-03-01", 5).pulse("2026-03-02", 2);
        assertThat(story.figures("2026-03-01").voice().pulse()).isEqualTo(5);
        assertThat(story.figures("2026-05-30").voice().pulse()).isEqualTo(2);
        assertThat(story.figures("2026-05-31").voice().pulse()).isNull();
    }

    @Test
    void a_detractor_answered_6_or_less_in_30_days_and_nothing_better_since() {
        Story story = Story.ofAnAccount()
                .champion("2026-03-01", "bob")
                .nps("2026-03-01", "ann", 6)
                .nps("2026-03-02", "bob", 0)
                .nps("2026-03-02", "cy", 7)
                .nps("2026-03-20", "ann", 7);
        assertThat(story.figures("2026-03-10").voice().detractors())
                .extracting(Detractor::userId, Detractor::champion)
                .containsExactly(tuple("bob", true), tuple("ann", false));
        assertThat(story.figures("2026-03-31").voice().detractors())
                .extracting(Detractor::userId)
                .containsExactly("bob");
        assertThat(story.figures("2026-04-01").voice().detractors()).isEmpty();
    }
}
