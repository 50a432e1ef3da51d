package dev.bellwether.health.score.feed;

import static org.assertj.core.api.Assertions.assertThat;

import dev.bellwether.contracts.FlagKind;
import dev.bellwether.health.score.feed.Outages.Stretch;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class OutagesTest {

    @ParameterizedTest(name = "silent from {0} to {1}, the 12th filled: {2} keeps {3}")
    @CsvSource({
        "2026-03-10, 2026-03-14, 2026-03-09,           ",
        "2026-03-10, 2026-03-14, 2026-03-10, 2026-03-09",
        "2026-03-10, 2026-03-14, 2026-03-11, 2026-03-09",
        "2026-03-10, 2026-03-14, 2026-03-12,           ",
        "2026-03-10, 2026-03-14, 2026-03-13, 2026-03-09",
        "2026-03-10, 2026-03-14, 2026-03-14,           ",
        "2026-03-10, 2026-03-10, 2026-03-10,           ",
        "2026-03-10,           , 2026-03-09,           ",
        "2026-03-10,           , 2026-03-12,           ",
        "2026-03-10,           , 2026-05-31, 2026-03-09",
    })
    void a_day_within_an_outage_keeps_the_day_before_it_unless_its_facts_came(
            LocalDate first, @Nullable LocalDate back, LocalDate day, @Nullable LocalDate kept) {
        Outages outages =
                new Outages(List.of(new Stretch(Feed.USAGE, first, back, Set.of(LocalDate.parse("2026-03-12")))));

        assertThat(outages.keptDay(Feed.USAGE, day)).isEqualTo(Optional.ofNullable(kept));
        assertThat(outages.keptDay(Feed.BILLING, day)).isEmpty();
    }

    @Test
    void an_outage_that_follows_another_keeps_what_that_one_kept() {
        Outages outages = new Outages(
                List.of(silent(Feed.SUPPORT, "2026-03-10", "2026-03-12"), silent(Feed.SUPPORT, "2026-03-12", null)));

        assertThat(outages.keptDay(Feed.SUPPORT, LocalDate.parse("2026-03-20")))
                .contains(LocalDate.parse("2026-03-09"));
    }

    @Test
    void only_a_silent_usage_feed_holds_flags_back() {
        LocalDate day = LocalDate.parse("2026-03-11");

        assertThat(new Outages(List.of(silent(Feed.USAGE, "2026-03-10", null))).heldBack(day))
                .containsExactlyInAnyOrder(FlagKind.INACTIVE, FlagKind.USAGE_DROP);
        assertThat(new Outages(List.of(silent(Feed.USAGE, "2026-03-10", "2026-03-11"))).heldBack(day))
                .isEmpty();
        assertThat(new Outages(List.of(silent(Feed.BILLING, "2026-03-10", null))).heldBack(day))
                .isEmpty();
        assertThat(Outages.NONE.heldBack(day)).isEmpty();
    }

    @Test
    void the_mark_tells_sets_of_outages_apart_whatever_their_order() {
        Stretch usage = silent(Feed.USAGE, "2026-03-10", null);
        Stretch billing = silent(Feed.BILLING, "2026-03-01", "2026-03-04");
        Stretch filled =
                new Stretch(Feed.BILLING, billing.first(), billing.back(), Set.of(LocalDate.parse("2026-03-02")));

        assertThat(new Outages(List.of(usage, billing)).mark())
                .isEqualTo(new Outages(List.of(billing, usage)).mark())
                .isNotEqualTo(new Outages(List.of(usage)).mark())
                .isNotEqualTo(new Outages(List.of(usage, filled)).mark());
        assertThat(Outages.NONE.mark()).isZero();
    }

    private static Stretch silent(Feed feed, String first, @Nullable String back) {
        return new Stretch(feed, LocalDate.parse(first), back == null ? null : LocalDate.parse(back), Set.of());
    }
}
