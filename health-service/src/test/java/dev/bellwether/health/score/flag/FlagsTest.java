package dev.bellwether.health.score.flag;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertNotNull;

import dev.bellwether.contracts.Band;
import dev.bellwether.contracts.Fact;
import dev.bellwether.contracts.FlagKind;
import dev.bellwether.contracts.Severity;
import dev.bellwether.health.score.Bands;
import dev.bellwether.health.score.Health;
import dev.bellwether.health.score.RandomFacts;
import dev.bellwether.health.score.Story;
import dev.bellwether.health.score.figure.Figures;
import dev.bellwether.health.score.memory.AccountMemory;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.LongStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class FlagsTest {

    private static Story silent() {
        return Story.ofAnAccount().usedDaily("2026-03-01", "2026-03-03", "ann");
    }

    @Test
    void a_flag_keeps_its_id_and_its_time_until_it_clears_and_another_has_another() {
        Watch watch = Watch.of(silent().memory()).daily("2026-03-01", "2026-03-10");
        OpenFlag raised = only(watch.open(), FlagKind.INACTIVE);
        assertThat(raised.flag().flagId()).isEqualTo("acme:INACTIVE:2026-03-10T12:00:00Z");
        watch.daily("2026-03-11", "2026-03-17");
        OpenFlag escalated = only(watch.open(), FlagKind.INACTIVE);
        assertThat(escalated.flag().severity()).isEqualTo(Severity.HIGH);
        assertThat(escalated.flag().flagId()).isEqualTo(raised.flag().flagId());
        assertThat(escalated.flag().raisedAt()).isEqualTo(raised.flag().raisedAt());
        assertThat(escalated.raisedOn()).isEqualTo("2026-03-10");
        assertThat(escalated.flag().evidence().figures())
                .containsExactly(
                        Map.entry("daysInactive", BigDecimal.valueOf(14)),
                        Map.entry("activeDaysBefore", BigDecimal.valueOf(3)));
    }

    @Test
    void looking_twice_at_the_same_changes_nothing() {
        Watch watch = Watch.of(silent().memory()).daily("2026-03-01", "2026-03-10");
        assertThat(watch.look(LocalDate.parse("2026-03-10"))).isEmpty();
        assertThat(watch.look(LocalDate.parse("2026-03-11"))).isEmpty();
    }

    @Test
    void what_is_held_back_is_neither_raised_nor_escalated_but_may_clear() {
        Story story = silent();
        Watch watch = new Watch(story.memory(), Set.of(FlagKind.INACTIVE));
        assertThat(watch.daily("2026-03-01", "2026-04-10").told(FlagKind.INACTIVE))
                .isEmpty();
        List<OpenFlag> open =
                Watch.of(story.memory()).daily("2026-03-01", "2026-03-10").open();
        assertThat(Flags.next(open, heldBack(story, "2026-03-17"))).isEmpty();
        story.used("2026-03-18", "ann");
        assertThat(Flags.next(open, heldBack(story, "2026-03-18"))).hasSize(1);
    }

    private static Situation heldBack(Story story, String day) {
        return situation(story.figures(day), null, null, Set.of(FlagKind.INACTIVE, FlagKind.ONBOARDING_STALLED));
    }

    @Test
    void when_the_customer_has_left_flags_clear_and_none_is_raised() {
        Story story = silent().invoiced("2026-03-01", "i", 1, "2026-03-02").churned("2026-03-12");
        Watch watch = Watch.of(story.memory()).daily("2026-03-01", "2026-03-11");
        List<OpenFlag> open = watch.open();
        assertThat(open).hasSizeGreaterThan(1);
        List<FlagChange> changes = watch.look(LocalDate.parse("2026-03-12"));
        assertThat(changes).hasSameSizeAs(open).allMatch(change -> change instanceof FlagChange.Cleared);
        assertThat(changes.getFirst().flag().flag().sentence()).startsWith("The customer has left");
        assertThat(watch.daily("2026-03-13", "2026-05-30").open()).isEmpty();
    }

    @Test
    void a_figure_gone_missing_neither_raises_nor_clears() {
        Story story = Story.ofAnAccount().seats("2026-01-01", 10).usedDaily("2026-01-01", "2026-03-01", "ann");
        Watch watch = Watch.of(story.memory()).daily("2026-01-01", "2026-02-10");
        story.seats("2026-02-11", 0);
        assertThat(watch.daily("2026-02-11", "2026-03-01").told(FlagKind.LOW_ADOPTION))
                .containsExactly("2026-02-01 raised low");
    }

    @Test
    void a_score_that_drops_by_15_within_a_week_is_told_against_the_score_from_which_it_fell() {
        Figures figures = Story.ofAnAccount().used("2026-03-01", "ann", "bob").figures("2026-03-01");
        assertThat(changes(List.of(), situation(figures, "66.00", "80.99"))).isEmpty();
        assertThat(changes(List.of(), situation(figures, "66.00", null)))
                .as("nothing to compare")
                .isEmpty();
        assertThat(changes(List.of(), situation(figures, "66.00", "96.00"))).containsExactly("raised high");
        List<OpenFlag> open = Flags.after(List.of(), Flags.next(List.of(), situation(figures, "66.00", "81.00")));
        assertThat(only(open, FlagKind.SCORE_DROP).flag().sentence())
                .isEqualTo("The score fell from 81 to 66 within a week.");
        assertThat(changes(open, situation(figures, "51.00", "81.00"))).containsExactly("escalated high");
        assertThat(changes(open, situation(figures, "75.99", "81.00"))).isEmpty();
        assertThat(changes(open, situation(figures, "76.00", "81.00"))).containsExactly("cleared");
        assertThat(changes(open, situation(figures, "66.00", "96.00")))
                .as("late facts show that it fell deeper")
                .containsExactly("escalated high");
        assertThat(changes(open, situation(figures, "66.00", "71.00")))
                .as("late facts show that it hardly fell")
                .containsExactly("cleared");
    }

    @Test
    void a_drop_of_the_score_is_old_news_after_14_days() {
        Story story = Story.ofAnAccount().used("2026-03-01", "ann", "bob");
        Situation first = situation(story.figures("2026-03-01"), "60.00", "80.00");
        List<OpenFlag> open = Flags.after(List.of(), Flags.next(List.of(), first));
        assertThat(changes(open, situation(story.figures("2026-03-14"), "60.00", "80.00")))
                .isEmpty();
        assertThat(changes(open, situation(story.figures("2026-03-15"), "60.00", "80.00")))
                .containsExactly("cleared");
    }

    @Test
    void old_news_needs_no_score_from_which_it_fell() {
        Story story = Story.ofAnAccount().used("2026-03-01", "ann", "bob");
        Situation first = situation(story.figures("2026-03-01"), "60.00", "80.00");
        List<OpenFlag> open = Flags.after(List.of(), Flags.next(List.of(), first));
        assertThat(changes(open, situation(story.figures("2026-03-14"), "60.00", null)))
                .isEmpty();
        assertThat(changes(open, situation(story.figures("2026-03-15"), "60.00", null)))
                .containsExactly("cleared");
        assertThat(changes(open, situation(story.figures("2026-03-15"), null, "80.00")))
                .contains("cleared");
    }

    static LongStream seeds() {
        return LongStream.rangeClosed(1, 12);
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void a_flag_is_raised_once_and_only_rises_until_it_clears(long seed) {
        Watch watch = Watch.of(RandomFacts.remembered(RandomFacts.of(seed, 300)));
        Map<FlagKind, OpenFlag> open = new HashMap<>();
        for (LocalDate day :
                RandomFacts.FIRST.datesUntil(RandomFacts.LAST.plusDays(60)).toList()) {
            for (FlagChange change : watch.look(day)) {
                OpenFlag before = open.get(change.flag().kind());
                switch (change) {
                    case FlagChange.Raised(OpenFlag flag) -> {
                        assertThat(before).isNull();
                        open.put(flag.kind(), flag);
                    }
                    case FlagChange.Escalated(OpenFlag flag) -> {
                        assertNotNull(before);
                        assertThat(flag.flag().severity())
                                .isGreaterThan(before.flag().severity());
                        open.put(flag.kind(), flag);
                    }
                    case FlagChange.Cleared(OpenFlag flag) ->
                        assertThat(open.remove(flag.kind())).isNotNull();
                }
                assertThat(change.flag().flag().sentence()).endsWith(".").doesNotContain("null");
            }
            assertThat(watch.open()).containsExactlyInAnyOrderElementsOf(open.values());
        }
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void the_order_of_facts_does_not_show_in_the_flags_of_those_who_look_afterwards(long seed) {
        List<Fact> facts = RandomFacts.of(seed, 300);
        AccountMemory inOrder = RandomFacts.remembered(facts);
        AccountMemory shuffled = RandomFacts.remembered(RandomFacts.shuffled(facts, seed));
        String from = RandomFacts.FIRST.toString();
        String to = RandomFacts.LAST.toString();
        assertThat(Watch.of(shuffled).daily(from, to).open())
                .isEqualTo(Watch.of(inOrder).daily(from, to).open());
    }

    private static OpenFlag only(List<OpenFlag> open, FlagKind kind) {
        return open.stream().filter(flag -> flag.kind() == kind).findFirst().orElseThrow();
    }

    private static List<String> changes(List<OpenFlag> open, Situation situation) {
        return Flags.next(open, situation).stream()
                .map(change -> switch (change) {
                    case FlagChange.Raised(OpenFlag flag) ->
                        "raised " + flag.flag().severity().json();
                    case FlagChange.Escalated(OpenFlag flag) ->
                        "escalated " + flag.flag().severity().json();
                    case FlagChange.Cleared(OpenFlag ignored) -> "cleared";
                })
                .toList();
    }

    private static Situation situation(Figures figures, @Nullable String score, @Nullable String before) {
        return situation(figures, score, before, Set.of());
    }

    private static Situation situation(
            Figures figures, @Nullable String score, @Nullable String before, Set<FlagKind> heldBack) {
        BigDecimal now = score == null ? null : new BigDecimal(score);
        Health health = new Health(1, now, now, 1, new Bands(40, 70, 2, 0.4), List.of(), List.of());
        return new Situation(
                "acme",
                Instant.parse("2026-03-01T12:00:00Z"),
                figures,
                health,
                Band.YELLOW,
                day -> before == null ? null : new BigDecimal(before),
                heldBack);
    }
}
