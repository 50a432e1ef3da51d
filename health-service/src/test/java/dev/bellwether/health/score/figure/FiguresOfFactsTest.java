package dev.bellwether.health.score.figure;

import static org.assertj.core.api.Assertions.assertThat;

import dev.bellwether.contracts.Fact;
import dev.bellwether.health.score.Model;
import dev.bellwether.health.score.RandomFacts;
import dev.bellwether.health.score.Score;
import dev.bellwether.health.score.Sight;
import dev.bellwether.health.score.memory.AccountMemory;
import java.time.LocalDate;
import java.time.Period;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.LongStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Figures are a function of the facts and the day, and of nothing else. */
class FiguresOfFactsTest {

    static LongStream seeds() {
        return LongStream.rangeClosed(1, 24);
    }

    /** Every third day, and over the seeds every day. */
    private static List<LocalDate> days(long seed) {
        return RandomFacts.FIRST
                .minusDays(seed % 3)
                .datesUntil(RandomFacts.LAST.plusDays(40), Period.ofDays(3))
                .toList();
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void order_and_repeats_change_nothing_on_any_day(long seed) {
        List<Fact> facts = RandomFacts.of(seed, 250);
        AccountMemory inOrder = RandomFacts.remembered(facts);
        AccountMemory shuffled = RandomFacts.remembered(RandomFacts.shuffled(facts, seed));
        for (LocalDate day : days(seed)) {
            Figures figures = Figures.asOf(inOrder, day);
            assertThat(Figures.asOf(shuffled, day)).isEqualTo(figures);
            assertThat(Score.of(Model.defaultModel(), Sight.of(Figures.asOf(shuffled, day))))
                    .isEqualTo(Score.of(Model.defaultModel(), Sight.of(figures)));
        }
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void asking_between_facts_changes_nothing(long seed) {
        List<Fact> facts = RandomFacts.of(seed, 250);
        AccountMemory asked = new AccountMemory(RandomFacts.SETTINGS);
        Random random = new Random(seed);
        List<Fact> told = new ArrayList<>();
        for (Fact fact : facts) {
            told.add(fact);
            RandomFacts.remember(asked, fact, true);
            if (random.nextInt(16) == 0) {
                LocalDate day = RandomFacts.FIRST.plusDays(random.nextInt(190));
                assertThat(Figures.asOf(asked, day)).isEqualTo(Figures.asOf(RandomFacts.remembered(told), day));
            }
        }
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void facts_of_later_days_change_nothing(long seed) {
        List<Fact> facts = RandomFacts.of(seed, 250);
        AccountMemory all = RandomFacts.remembered(facts);
        for (LocalDate day : days(seed)) {
            List<Fact> byThen = facts.stream()
                    .filter(fact -> !RandomFacts.SETTINGS
                            .days()
                            .dateOf(fact.occurredAt())
                            .isAfter(day))
                    .toList();
            assertThat(Figures.asOf(RandomFacts.remembered(byThen), day)).isEqualTo(Figures.asOf(all, day));
        }
    }
}
