package dev.bellwether.health.score;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.bellwether.contracts.Fact;
import dev.bellwether.health.score.SignalReading.Frozen;
import dev.bellwether.health.score.feed.Feed;
import dev.bellwether.health.score.feed.Outages;
import dev.bellwether.health.score.feed.Outages.Stretch;
import dev.bellwether.health.score.memory.AccountMemory;
import java.time.LocalDate;
import java.time.Period;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.Set;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** While a source is silent the signals and caps built on it stay as they were. */
class FrozenSignalsTest {

    private static final Model MODEL = Model.defaultModel();
    private static final Map<String, Feed> FEEDS = Map.of(
            "usage-trend", Feed.USAGE,
            "adoption", Feed.USAGE,
            "recency", Feed.USAGE,
            "payments", Feed.BILLING,
            "support-load", Feed.SUPPORT,
            "sentiment", Feed.FEEDBACK,
            "pulse", Feed.FEEDBACK);

    @Test
    void a_silent_usage_feed_is_not_a_silent_customer() {
        Story story = Story.ofAnAccount()
                .seats("2026-01-01", 4)
                .usedDaily("2026-01-01", "2026-03-10", "ann", "ben", "cid")
                .invoiced("2026-01-02", "in-1", 100, "2026-03-12");
        Outages silent = new Outages(List.of(new Stretch(Feed.USAGE, LocalDate.parse("2026-03-10"), null, Set.of())));
        Past past = new Past(story.memory(), MODEL, silent);

        Past.Day day = past.at(LocalDate.parse("2026-04-20"));

        assertThat(day.figures()).isEqualTo(story.figures("2026-04-20"));
        assertThat(day.figures().usage().daysInactive()).isEqualTo(41);
        assertThat(day.health().caps()).isEmpty();
        assertThat(day.health().signals())
                .filteredOn(Frozen.class::isInstance)
                .hasSize(3)
                .allSatisfy(signal -> {
                    Frozen frozen = (Frozen) signal;
                    assertThat(frozen.keptFrom()).isEqualTo("2026-03-09");
                    assertThat(frozen.points())
                            .isEqualByComparingTo(frozen.name().equals("adoption") ? "95" : "100");
                });
        assertThat(day.health().lost().get("payments")).isPositive();
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource({
        "usage,    silent-28-days",
        "billing,  invoice-60-days-late",
        "support,  urgent-ticket-7-days",
    })
    void a_cap_holds_as_it_did_before_its_source_fell_silent(String feed, String cap) {
        Story story = Story.ofAnAccount()
                .used("2026-01-01", "ann")
                .invoiced("2026-01-02", "in-1", 100, "2026-01-03")
                .openedUrgently("2026-01-02", "t-1");
        LocalDate late = LocalDate.parse("2026-06-01");

        assertThat(caps(story, Outages.NONE, late)).contains(cap);
        assertThat(caps(story, silentSince(feed, "2026-01-05"), late))
                .hasSize(2)
                .doesNotContain(cap);
        assertThat(caps(story, silentSince(feed, "2026-05-01"), late)).contains(cap);
    }

    @Test
    void an_account_that_came_while_a_source_was_silent_misses_its_signals() {
        Story story = Story.ofAnAccount().seats("2026-03-11", 4).pulse("2026-03-11", 5);

        Health health = new Past(story.memory(), MODEL, silentSince("feedback", "2026-03-10"))
                .health(LocalDate.parse("2026-03-12"));

        assertThat(health.present()).extracting(SignalReading::name).containsExactly("adoption", "support-load");
    }

    static LongStream seeds() {
        return LongStream.rangeClosed(1, 200);
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void parts_add_up_nothing_later_is_seen_and_what_is_not_frozen_is_as_without_outages(long seed) {
        Random random = new Random(seed);
        List<Fact> facts = RandomFacts.of(seed, 150);
        AccountMemory memory = RandomFacts.remembered(facts);
        Outages outages = outages(random);
        Past past = new Past(memory, MODEL, outages);
        Past plain = new Past(memory, MODEL, Outages.NONE);
        for (LocalDate day : RandomFacts.FIRST
                .plusDays(random.nextInt(11))
                .datesUntil(RandomFacts.LAST.plusDays(30), Period.ofDays(11))
                .toList()) {
            Health health = past.health(day);
            assertPartsAddUp(health);
            assertThat(past.sight(day).figures()).isEqualTo(plain.sight(day).figures());
            assertThat(past(facts, day, outages).health(day)).isEqualTo(health);
            for (SignalReading signal : health.signals()) {
                Feed feed = Objects.requireNonNull(FEEDS.get(signal.name()));
                LocalDate shown = outages.keptDay(feed, day).orElse(day);
                if (signal instanceof SignalReading.Counted) {
                    assertThat(signal instanceof Frozen).isEqualTo(!shown.equals(day));
                }
                assertSameFigure(signal, plain.health(shown));
            }
            if (Set.of(Feed.values()).stream()
                    .allMatch(feed -> outages.keptDay(feed, day).isEmpty())) {
                assertThat(health).isEqualTo(plain.health(day));
            }
        }
    }

    private static void assertPartsAddUp(Health health) {
        if (health.score() != null) {
            double lost = health.lost().values().stream()
                    .mapToDouble(Number::doubleValue)
                    .sum();
            assertThat(lost).isCloseTo(100 - health.score().doubleValue(), within(0.01));
        }
    }

    private static void assertSameFigure(SignalReading signal, Health shown) {
        SignalReading other = shown.signals().stream()
                .filter(one -> one.name().equals(signal.name()))
                .findFirst()
                .orElseThrow();
        if (signal instanceof SignalReading.Counted counted) {
            assertThat(other).isInstanceOfSatisfying(SignalReading.Present.class, present -> {
                assertThat(present.figure()).isEqualTo(counted.figure());
                assertThat(present.points()).isEqualTo(counted.points());
            });
        } else {
            assertThat(other).isEqualTo(signal);
        }
    }

    /** Up to five outages, one after the other, of any feeds, some days filled, the last perhaps not over. */
    private static Outages outages(Random random) {
        List<Stretch> stretches = new ArrayList<>();
        LocalDate first = RandomFacts.FIRST.plusDays(20);
        for (int i = random.nextInt(5); i >= 0; i--) {
            first = first.plusDays(random.nextInt(25));
            LocalDate back = i == 0 && random.nextBoolean() ? null : first.plusDays(random.nextInt(12));
            Set<LocalDate> filled = new HashSet<>();
            first.datesUntil(back == null ? first.plusDays(9) : back)
                    .filter(day -> random.nextInt(3) == 0)
                    .forEach(filled::add);
            stretches.add(new Stretch(Feed.values()[random.nextInt(5)], first, back, filled));
            first = back == null ? first : back;
        }
        return new Outages(stretches);
    }

    private static Past past(List<Fact> facts, LocalDate day, Outages outages) {
        return new Past(
                RandomFacts.remembered(facts.stream()
                        .filter(fact -> !RandomFacts.SETTINGS
                                .days()
                                .dateOf(fact.occurredAt())
                                .isAfter(day))
                        .toList()),
                MODEL,
                outages);
    }

    private static List<String> caps(Story story, Outages outages, LocalDate day) {
        return new Past(story.memory(), MODEL, outages)
                .health(day).caps().stream().map(CapReading::name).toList();
    }

    private static Outages silentSince(String feed, String first) {
        return new Outages(List.of(new Stretch(Feed.named(feed), LocalDate.parse(first), null, Set.of())));
    }
}
