package dev.bellwether.health.score.figure;

import static org.assertj.core.api.Assertions.assertThat;

import dev.bellwether.health.score.Story;
import dev.bellwether.health.score.memory.BusinessDays;
import dev.bellwether.health.score.memory.Settings;
import java.math.BigDecimal;
import java.time.ZoneOffset;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** What internal users used, and how much, is nobody's use: as of each day by what was known of them by then. */
class InsidersTest {

    private static final Settings SETTINGS = new Settings(new BusinessDays(ZoneOffset.UTC), Set.of("us.example"));

    private final Story story = Story.ofAnAccount(SETTINGS)
            .usedSome("2026-03-02", "ann", "export", "2")
            .usedSome("2026-03-02", "our-own", "export", "0.5")
            .usedSome("2026-03-02", "our-own", "console", "10");

    @Test
    void before_it_is_known_their_use_counts_and_from_then_on_it_does_not() {
        story.internal("2026-03-04", "our-own");

        shows("2026-03-03", "12.5", 2);
        shows("2026-03-04", "2", 1);
    }

    @Test
    void it_does_not_matter_whether_the_use_or_the_word_comes_first() {
        story.internal("2026-03-01", "late").usedSome("2026-03-03", "late", "reports", "7");

        shows("2026-03-03", "12.5", 2);
    }

    @Test
    void somebody_who_is_internal_no_more_counts_again_with_all_they_ever_used() {
        story.internal("2026-03-03", "our-own").notInternal("2026-03-05", "our-own");

        shows("2026-03-02", "12.5", 2);
        shows("2026-03-04", "2", 1);
        shows("2026-03-05", "12.5", 2);
    }

    @Test
    void an_email_of_an_internal_domain_says_the_same() {
        story.user("2026-03-03", "our-own", "o@US.example").user("2026-03-05", "our-own", "o@acme.example");

        shows("2026-03-04", "2", 1);
        shows("2026-03-05", "12.5", 2);
    }

    @Test
    void a_feature_counts_while_anybody_else_used_it_within_the_four_weeks_even_someone_once_internal() {
        story.usedSome("2026-03-05", "once-ours", "console", "1")
                .internal("2026-03-05", "once-ours")
                .internal("2026-03-05", "our-own");
        shows("2026-03-05", "2", 1);

        story.notInternal("2026-03-06", "once-ours");

        shows("2026-03-06", "3", 2);
        shows("2026-03-30", "0", 1);
        shows("2026-04-02", "0", 0);
    }

    @Test
    void another_internal_user_found_later_is_left_out_too() {
        story.internal("2026-03-03", "our-own");
        shows("2026-03-03", "2", 1);

        story.usedSome("2026-03-03", "bob", "reports", "4");
        shows("2026-03-03", "6", 2);

        story.internal("2026-03-03", "bob").usedSome("2026-03-03", "bob", "export", "1");
        shows("2026-03-03", "2", 1);
        shows("2026-03-02", "12.5", 2);
    }

    @Test
    void an_account_that_only_internal_users_use_is_not_in_use() {
        Story ours = Story.ofAnAccount(SETTINGS)
                .internal("2026-03-01", "our-own")
                .usedSome("2026-03-02", "our-own", "export", "3.25");
        assertThat(ours.figures("2026-03-02").usage().volume7()).isEqualTo(BigDecimal.ZERO);
        assertThat(ours.figures("2026-03-02").usage().features28()).isZero();
    }

    private void shows(String day, String volume7, int features28) {
        UsageFigures usage = story.figures(day).usage();
        assertThat(usage.volume7()).as("volume7 of " + day).isEqualTo(new BigDecimal(volume7));
        assertThat(usage.features28()).as("features28 of " + day).isEqualTo(features28);
    }
}
