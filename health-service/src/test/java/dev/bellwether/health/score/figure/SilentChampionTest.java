package dev.bellwether.health.score.figure;

import static org.assertj.core.api.Assertions.assertThat;

import dev.bellwether.health.score.Story;
import org.junit.jupiter.api.Test;

class SilentChampionTest {

    @Test
    void a_champion_is_silent_after_14_days_without_use() {
        Story story = Story.ofAnAccount()
                .champion("2026-03-01", "ann")
                .used("2026-03-02", "ann", "bob")
                .used("2026-03-15", "bob");
        assertThat(story.figures("2026-03-15").silentChampions()).isEmpty();
        assertThat(story.figures("2026-03-16").silentChampions())
                .extracting(SilentChampion::daysSilent)
                .containsExactly(14);
        story.used("2026-03-16", "ann");
        assertThat(story.figures("2026-03-16").silentChampions()).isEmpty();
    }

    @Test
    void a_deactivated_champion_is_silent_at_once_until_no_champion_is_marked() {
        Story story = Story.ofAnAccount()
                .champion("2026-03-01", "ann")
                .used("2026-03-02", "ann")
                .deactivated("2026-03-02", "ann")
                .noChampion("2026-03-04", "ann");
        assertThat(story.figures("2026-03-01").silentChampions()).isEmpty();
        assertThat(story.figures("2026-03-02").silentChampions()).hasSize(1);
        assertThat(story.figures("2026-03-04").silentChampions()).isEmpty();
    }

    @Test
    void one_who_never_used_the_product_counts_from_the_day_they_were_known_if_others_use_it() {
        Story story = Story.ofAnAccount().champion("2026-03-01", "ann");
        assertThat(story.figures("2026-03-30").silentChampions())
                .as("nobody uses it")
                .isEmpty();
        story.used("2026-03-10", "bob");
        assertThat(story.figures("2026-03-14").silentChampions()).isEmpty();
        assertThat(story.figures("2026-03-15").silentChampions()).hasSize(1);
    }

    @Test
    void one_who_is_active_after_the_deactivation_is_silent_again_only_after_14_days_however_often_it_is_repeated() {
        Story story = Story.ofAnAccount()
                .champion("2026-03-01", "ann")
                .deactivated("2026-03-02", "ann")
                .used("2026-03-02", "ann")
                .deactivated("2026-03-03", "ann")
                .used("2026-03-04", "ann")
                .deactivated("2026-03-05", "ann");
        assertThat(story.figures("2026-03-03").silentChampions())
                .as("the use of the day was before")
                .extracting(SilentChampion::deactivated)
                .containsExactly(true);
        assertThat(story.figures("2026-03-04").silentChampions()).isEmpty();
        assertThat(story.figures("2026-03-05").silentChampions())
                .as("told again")
                .isEmpty();
        assertThat(story.figures("2026-03-18").silentChampions())
                .extracting(SilentChampion::deactivated)
                .containsExactly(false);
        story.reactivated("2026-03-19", "ann").used("2026-03-19", "ann").deactivated("2026-03-20", "ann");
        assertThat(story.figures("2026-03-19").silentChampions()).isEmpty();
        assertThat(story.figures("2026-03-20").silentChampions())
                .as("deactivated anew")
                .hasSize(1);
    }

    @Test
    void a_champion_who_is_internal_is_as_active_as_any_other_but_makes_no_account_one_in_use() {
        Story story = Story.ofAnAccount()
                .champion("2026-03-01", "ann")
                .internal("2026-03-01", "our-own")
                .used("2026-03-02", "our-own");
        assertThat(story.figures("2026-03-30").silentChampions()).isEmpty();
        story.used("2026-03-16", "ann").internal("2026-03-16", "ann");
        assertThat(story.figures("2026-03-30").silentChampions())
                .as("still nobody who counts")
                .isEmpty();
        story.used("2026-03-02", "bob");
        assertThat(story.figures("2026-03-29").silentChampions()).isEmpty();
        assertThat(story.figures("2026-03-30").silentChampions())
                .extracting(SilentChampion::daysSilent)
                .containsExactly(14);
    }
}
