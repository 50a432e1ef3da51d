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
    void use_by_internal_users_neither_wakes_a_champion_nor_makes_the_account_one_in_use() {
        Story story = Story.ofAnAccount()
                .champion("2026-03-01", "ann")
                .internal("2026-03-01", "our-own")
                .used("2026-03-02", "our-own");
        assertThat(story.figures("2026-03-30").silentChampions()).isEmpty();
        story.used("2026-03-02", "bob").used("2026-03-29", "ann").internal("2026-03-29", "ann");
        assertThat(story.figures("2026-03-30").silentChampions())
                .extracting(SilentChampion::daysSilent)
                .containsExactly(29);
    }
}
