package dev.bellwether.renewal.term;

import static org.assertj.core.api.Assertions.assertThat;

import dev.bellwether.contracts.ContractChanged;
import dev.bellwether.contracts.ContractStatus;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.LongStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What ended, and how, is the same however many versions one look finds at once. */
class AnyBatchTest {

    private static final LocalDate FIRST = LocalDate.of(2023, 1, 1);
    private static final int DAYS = 1_200;

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void one_look_or_a_look_a_day_find_the_same_ends(long seed) {
        Random random = new Random(seed);
        List<ContractChanged> versions = anyVersions(random);
        LocalDate last = FIRST.plusDays(DAYS);
        Watching daily = new Watching();
        Watching sometimes = new Watching();
        Watching once = new Watching();
        for (LocalDate today = FIRST; !today.isAfter(last); today = today.plusDays(1)) {
            daily.look(today, history(versions, today));
            if (random.nextInt(90) == 0 || today.equals(last)) {
                sometimes.look(today, history(versions, today));
            }
        }
        once.look(last, history(versions, last));

        assertThat(once.ends()).isEqualTo(ends(history(versions, last), last));
        assertThat(sometimes.ends()).isEqualTo(once.ends());
        assertThat(daily.ends()).isEqualTo(once.ends());
        for (Watching watching : List.of(daily, sometimes)) {
            // what was passed over for a newer end is no news when that one is taken back
            if (watching.noted().ends().values().stream().noneMatch(end -> end.outcome() == null)) {
                assertThat(watching.endsNews).containsAll(once.endsNews);
            }
        }
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void a_term_that_was_over_before_another_was_named_stays_as_it_ended(long seed) {
        Random random = new Random(seed);
        List<ContractChanged> versions = anyVersions(random);
        for (int i = 1; i < versions.size(); i++) {
            LocalDate day = saidOn(versions.get(i));
            LocalDate next = versions.get(i).startsOn();
            History before = History.fold(versions.subList(0, i), ZoneOffset.UTC, null);
            History after = History.fold(versions.subList(0, i + 1), ZoneOffset.UTC, null);
            if (next != null && isNamedAfterAll(before, next, day)) {
                assertThat(after.course(day).ends())
                        .as("said on %s", day)
                        .containsAll(before.course(day).ends().stream()
                                .filter(end -> end.term().endsOn().plusDays(1).isBefore(next)
                                        || end.outcome() == Outcome.RENEWED)
                                .toList());
            }
        }
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void a_look_at_each_word_and_on_the_days_asked_for_misses_no_end(long seed) {
        List<ContractChanged> versions = anyVersions(new Random(seed));
        Watching daily = new Watching();
        Watching asked = new Watching();
        LocalDate next = FIRST;
        for (LocalDate today = FIRST; !today.isAfter(FIRST.plusDays(DAYS)); today = today.plusDays(1)) {
            History history = history(versions, today);
            daily.look(today, history);
            LocalDate day = today;
            if (!today.isBefore(next)
                    || versions.stream().anyMatch(version -> saidOn(version).equals(day))) {
                asked.look(today, history);
                next = asked.nextLookOn.orElse(LocalDate.MAX);
            }
            assertThat(asked.ends()).isEqualTo(daily.ends());
        }

        assertThat(asked.told).isEqualTo(daily.told);
    }

    static LongStream seeds() {
        return LongStream.range(0, 300);
    }

    /** Whether the next term begins after all that ended, and the day on which it is named is not before it. */
    private static boolean isNamedAfterAll(History before, LocalDate next, LocalDate day) {
        return !next.isAfter(day)
                && before.course(day).ends().stream()
                        .allMatch(end -> end.term().endsOn().isBefore(next));
    }

    private static Map<LocalDate, Outcome> ends(History history, LocalDate today) {
        return history.course(today).ends().stream()
                .collect(Collectors.toMap(end -> end.term().endsOn(), End::outcome));
    }

    private static History history(List<ContractChanged> versions, LocalDate today) {
        return History.fold(
                versions.stream()
                        .filter(version -> !saidOn(version).isAfter(today))
                        .toList(),
                ZoneOffset.UTC,
                null);
    }

    private static LocalDate saidOn(ContractChanged version) {
        return LocalDate.ofInstant(version.occurredAt(), ZoneOffset.UTC);
    }

    /** Terms that follow each other, with or without gaps, named in time or late, corrected, cancelled and taken up. */
    private static List<ContractChanged> anyVersions(Random random) {
        LocalDate start = FIRST;
        LocalDate end = start.plusMonths(1 + random.nextInt(12)).minusDays(random.nextInt(3));
        Contracted contracted = Contracted.subscription(start.toString(), end.toString())
                .on(FIRST.toString())
                .noticeDays(random.nextInt(4) * 20);
        if (random.nextBoolean()) {
            contracted.autoRenews();
        }
        if (random.nextBoolean()) {
            contracted.status(ContractStatus.ACTIVE);
        }
        LocalDate day = FIRST;
        for (int i = random.nextInt(6); i >= 0; i--) {
            day = day.plusDays(1 + random.nextInt(250));
            contracted.on(day.toString());
            switch (random.nextInt(10)) {
                case 0 -> contracted.status(ContractStatus.ACTIVE);
                case 1 -> contracted.status(ContractStatus.CANCELLED);
                case 2 -> contracted.status(ContractStatus.ENDED);
                case 3 -> contracted.autoRenewsNoMore();
                case 4 ->
                    contracted.endsOn(end.plusDays(random.nextInt(60) - 20L).toString());
                case 5 -> {
                    long days = ChronoUnit.DAYS.between(start, end) + 1;
                    start = end.plusDays(1);
                    end = end.plusDays(28 + days / 2 + random.nextInt(400));
                    contracted.endsOn(end.toString());
                }
                default -> {
                    start = end.plusDays(1 + (random.nextInt(3) == 0 ? random.nextInt(120) - 20L : 0));
                    end = start.plusMonths(1 + random.nextInt(12)).minusDays(1);
                    contracted.term(start.toString(), end.toString());
                }
            }
        }
        return contracted.versions();
    }
}
