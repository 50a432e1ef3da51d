package dev.bellwether.renewal.term;

import static org.assertj.core.api.Assertions.assertThat;

import dev.bellwether.contracts.ContractKind;
import dev.bellwether.contracts.agreed.Contract;
import java.time.LocalDate;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.LongStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Looking every day, only on the days asked for, or with gaps like those of a service that was down. */
class DayByDayTest {

    private static final LocalDate FIRST = LocalDate.of(2026, 1, 1);
    private static final int DAYS = 900;

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void the_days_asked_for_suffice(long seed) {
        Contract contract = anyContract(new Random(seed));
        Watching daily = new Watching();
        Watching asked = new Watching();
        LocalDate next = FIRST;
        for (int i = 0; i < DAYS; i++) {
            LocalDate today = FIRST.plusDays(i);
            daily.look(today, contract);
            if (today.equals(next)) {
                next = Review.of(List.of(History.of(contract)), asked.past, one -> false, today, 0)
                        .nextLookOn()
                        .orElse(LocalDate.MAX);
                asked.look(today, contract);
            }
        }

        assertThat(asked.told).isEqualTo(daily.told);
        assertThat(asked.past).isEqualTo(daily.past);
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void gaps_lose_no_newest_word_and_double_none(long seed) {
        Random random = new Random(seed);
        Contract contract = anyContract(random);
        Watching daily = new Watching();
        Watching gappy = new Watching();
        for (int i = 0; i < DAYS; i++) {
            LocalDate today = FIRST.plusDays(i);
            daily.look(today, contract);
            if (random.nextInt(40) == 0 || i == DAYS - 1) {
                gappy.look(today, contract);
                assertThat(notedOfRunningTerm(gappy, contract, today))
                        .isEqualTo(notedOfRunningTerm(daily, contract, today));
            }
        }

        assertThat(milestones(gappy)).doesNotHaveDuplicates();
        assertThat(milestones(daily)).doesNotHaveDuplicates().containsAll(milestones(gappy));
        assertThat(gappy.ends()).isEqualTo(daily.ends());
        assertThat(daily.endsTold()).doesNotHaveDuplicates().containsAll(gappy.endsTold());
        assertThat(last(gappy.endsTold())).isEqualTo(last(daily.endsTold()));
    }

    static LongStream seeds() {
        return LongStream.range(0, 200);
    }

    private static Contract anyContract(Random random) {
        LocalDate start = FIRST.plusDays(random.nextInt(200));
        boolean trial = random.nextInt(4) == 0;
        LocalDate end = trial
                ? start.plusDays(random.nextInt(60))
                : random.nextBoolean()
                        ? start.plusMonths(1 + random.nextInt(14)).minusDays(1)
                        : start.plusDays(random.nextInt(500));
        Contracted contracted = Contracted.of(
                        "c-1", trial ? ContractKind.TRIAL : ContractKind.SUBSCRIPTION, start.toString(), end.toString())
                .noticeDays(random.nextInt(5) * 30);
        if (random.nextBoolean()) {
            contracted.autoRenews();
        }
        if (random.nextInt(3) == 0) {
            contracted.cancelledOn(start.plusDays(random.nextInt(600)).toString());
        }
        return contracted.folded();
    }

    private static List<Milestone> milestones(Watching watching) {
        return watching.told.stream()
                .filter(Notice.Due.class::isInstance)
                .map(notice -> ((Notice.Due) notice).milestone())
                .toList();
    }

    /** Told, late or skipped: whatever came up must be noted, so that it is over. */
    private static Set<Milestone> notedOfRunningTerm(Watching watching, Contract contract, LocalDate today) {
        return Course.of(contract, today)
                .undecided()
                .map(term -> watching.noted().milestones().keySet().stream()
                        .filter(milestone -> milestone.decisionOn().equals(contract.decisionOn(term)))
                        .collect(Collectors.toSet()))
                .orElse(Set.of());
    }

    private static String last(List<String> told) {
        return told.isEmpty() ? "" : told.getLast();
    }
}
