package dev.bellwether.renewal.term;

import static org.assertj.core.api.Assertions.assertThat;

import dev.bellwether.contracts.ContractChanged;
import dev.bellwether.contracts.ContractKind;
import dev.bellwether.contracts.ContractLine;
import dev.bellwether.contracts.ContractStatus;
import dev.bellwether.contracts.Occurrence;
import dev.bellwether.contracts.Period;
import dev.bellwether.contracts.agreed.Contract;
import dev.bellwether.contracts.agreed.Stretches;
import dev.bellwether.contracts.agreed.Versions;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.LongStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** Dates that are easily counted wrong, each with its name. */
class DatesTest {

    @ParameterizedTest(name = "{0}")
    @CsvSource(delimiter = '|', textBlock = """
            a plain year                               | 2026-01-01 | 2026-12-31 |  90 | 2026-02-01 | 2026-10-02 | 120 90 60 30 14 7 1
            without notice the last day decides        | 2026-01-01 | 2026-12-31 |   0 | 2026-02-01 | 2026-12-31 | 120 90 60 30 14 7 1
            notice across a leap day                   | 2027-04-01 | 2028-03-31 |  31 | 2027-05-01 | 2028-02-29 | 120 90 60 30 14 7 1
            notice across a February without one       | 2026-04-01 | 2027-03-31 |  31 | 2026-05-01 | 2027-02-28 | 120 90 60 30 14 7 1
            a term that ends on a leap day             | 2027-03-01 | 2028-02-29 |  30 | 2027-04-01 | 2028-01-30 | 120 90 60 30 14 7 1
            a year from a leap day, three years on     | 2024-02-29 | 2025-02-28 |   0 | 2027-06-01 | 2028-02-28 | 120 90 60 30 14 7 1
            a month that ends with February            | 2026-01-01 | 2026-01-31 |  10 | 2026-02-10 | 2026-02-18 | 14 7 1
            a month that ends with a long month        | 2026-01-01 | 2026-01-31 |  10 | 2026-03-10 | 2026-03-21 | 14 7 1
            thirty days, a year later still thirty     | 2026-01-02 | 2026-01-31 |   0 | 2027-01-02 | 2027-01-26 | 14 7 1
            notice as long as the term                 | 2026-03-01 | 2026-03-30 |  30 | 2026-03-10 | 2026-03-30 | 14 7 1
            notice longer than the term                | 2026-03-01 | 2026-03-31 |  90 | 2026-03-10 | 2026-04-01 | 14 7 1
            a month's notice of a month, in March      | 2026-01-01 | 2026-01-31 |  30 | 2026-03-01 | 2026-03-01 | 30 14 7 1
            a month's notice of a month, a day later   | 2026-01-01 | 2026-01-31 |  30 | 2026-03-02 | 2026-03-31 | 14 7 1
            a month's notice of a month, in May        | 2026-01-01 | 2026-01-31 |  30 | 2026-05-01 | 2026-05-01 | 30 14 7 1
            a year's notice of a year                  | 2026-01-01 | 2026-12-31 | 365 | 2026-03-01 | 2026-12-31 | 120 90 60 30 14 7 1
            ten years' notice of a month               | 2026-01-01 | 2026-01-31 | 3650 | 2026-03-10 | 2026-04-03 | 30 14 7 1
            a day's notice of a day                    | 2026-03-01 | 2026-03-01 |   1 | 2026-03-05 | 2026-03-05 | none
            long notice of a month that ends February  | 2026-01-31 | 2026-02-27 |  60 | 2026-02-10 | 2026-02-28 | 14 7 1
            agreed long before it begins               | 2026-09-01 | 2026-09-30 |  60 | 2026-03-01 | 2026-08-01 | 14 7 1
            notice of most of the term                 | 2026-01-01 | 2026-12-31 | 330 | 2026-03-01 | 2027-02-04 | 120 90 60 30 14 7 1
            notice that leaves two weeks               | 2026-03-01 | 2026-03-31 |  16 | 2026-03-02 | 2026-03-15 | 14 7 1
            a term that is a day                       | 2026-03-01 | 2026-03-01 |   0 | 2026-03-01 | 2026-03-01 | none
            a term that started years ago              | 2019-07-01 | 2020-06-30 |  60 | 2026-03-01 | 2026-05-01 | 120 90 60 30 14 7 1
            a term that starts in the future           | 2026-09-01 | 2027-08-31 |  60 | 2026-03-01 | 2027-07-02 | 120 90 60 30 14 7 1
            over the turn of the year                  | 2025-02-15 | 2026-02-14 |  45 | 2025-06-01 | 2025-12-31 | 120 90 60 30 14 7 1
            three years                                | 2023-07-01 | 2026-06-30 | 120 | 2026-01-01 | 2026-03-02 | 120 90 60 30 14 7 1
            """)
    void the_decision_and_its_milestones(
            String name,
            String startsOn,
            String endsOn,
            int notice,
            LocalDate today,
            LocalDate decisionOn,
            String milestones) {
        Contract contract = Contracted.subscription(startsOn, endsOn)
                .noticeDays(notice)
                .autoRenews()
                .folded();

        Period term = Course.of(contract, today).undecided().orElseThrow();

        assertThat(contract.decisionOn(term)).isEqualTo(decisionOn);
        assertThat(days(contract, term)).isEqualTo(milestones);
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(delimiter = '|', textBlock = """
            two weeks                 | 2026-03-01 | 2026-03-14 | 3 1
            an odd number of days     | 2026-03-01 | 2026-03-15 | 7 3 1
            ten days                  | 2026-03-01 | 2026-03-10 | 3 1
            a day                     | 2026-03-01 | 2026-03-01 | none
            """)
    void trials_are_left_alone_in_their_first_half(String name, String startsOn, String endsOn, String milestones) {
        Contract contract = Contracted.trial(startsOn, endsOn).folded();

        assertThat(days(contract, java.util.Objects.requireNonNull(contract.period())))
                .isEqualTo(milestones);
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(delimiter = '|', textBlock = """
            the day has turned in Auckland     | Pacific/Auckland    | 2026-03-02T12:00:00Z | 2026-03-03
            and has not in Honolulu            | Pacific/Honolulu    | 2026-03-02T09:59:59Z | 2026-03-01
            an hour is missing in Berlin       | Europe/Berlin       | 2026-03-28T23:00:00Z | 2026-03-29
            an hour comes twice in Berlin      | Europe/Berlin       | 2026-10-25T22:59:59Z | 2026-10-25
            midnight is missing in Beirut      | Asia/Beirut         | 2026-03-28T22:00:00Z | 2026-03-29
            a day was missing on Samoa         | Pacific/Apia        | 2011-12-30T10:00:00Z | 2011-12-31
            """)
    void a_day_is_that_of_the_account(String name, String zone, Instant at, LocalDate day) {
        ContractChanged version = version(at, ContractKind.SUBSCRIPTION, null, null, ContractStatus.CANCELLED, null, 0);

        assertThat(Versions.fold(List.of(version), ZoneId.of(zone), null).stop().said())
                .containsOnlyKeys(day);
    }

    @Test
    void without_an_end_a_subscription_runs_until_somebody_says_no_and_then_as_long_as_the_notice() {
        Instant signed = Instant.parse("2026-01-10T08:00:00Z");
        ContractChanged open =
                version(signed, ContractKind.SUBSCRIPTION, "2026-01-15", null, ContractStatus.ACTIVE, null, 30);
        Contract runs = fold(open);
        Contract cancelled = fold(
                open, version(signed.plusSeconds(9), null, null, null, ContractStatus.CANCELLED, "2026-05-01", null));

        assertThat(status(runs, "2030-01-01")).isEqualTo("active");
        assertThat(new Watching().look("2026-05-01", runs).told).isEmpty();
        assertThat(runs.annualValue(null)).containsEntry("EUR", 120_000L);
        assertThat(status(cancelled, "2026-05-31")).isEqualTo("cancelled");
        assertThat(status(cancelled, "2026-06-01")).isEqualTo("churned");
        assertThat(cancelled.period()).isEqualTo(new Period(LocalDate.of(2026, 1, 15), LocalDate.of(2026, 5, 31)));
    }

    @Test
    void without_an_end_a_subscription_that_is_cancelled_before_it_begins_never_runs() {
        Instant signed = Instant.parse("2026-01-10T08:00:00Z");
        List<ContractChanged> versions = List.of(
                version(signed, ContractKind.SUBSCRIPTION, "2026-06-01", null, ContractStatus.ACTIVE, null, 0),
                version(signed.plusSeconds(9), null, null, null, ContractStatus.CANCELLED, "2026-05-01", null));

        assertThat(Stretches.of(versions, ZoneOffset.UTC, null))
                .allMatch(stretch -> stretch.to().isBefore(LocalDate.of(2026, 6, 1)));
        assertThat(Versions.fold(versions, ZoneOffset.UTC, null).period()).isNull();
    }

    @Test
    void a_trial_runs_lapses_or_is_left() {
        Contracted trial = Contracted.trial("2026-03-01", "2026-03-14");

        assertThat(status(trial.folded(), "2026-03-05")).isEqualTo("trial");
        assertThat(status(trial.folded(), "2026-03-15")).isEqualTo("lapsed");
        assertThat(status(trial.cancelledOn("2026-03-03").folded(), "2026-03-05"))
                .isEqualTo("cancelled");
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void a_clock_that_goes_back_tells_nothing_again(long seed) {
        Random random = new Random(seed);
        LocalDate today = LocalDate.of(2026, 1, 1);
        Contract contract = Contracted.subscription("2025-03-01", "2026-02-28")
                .noticeDays(random.nextInt(60))
                .autoRenews()
                .folded();
        Watching watching = new Watching();
        for (int i = 0; i < 300; i++) {
            today = today.plusDays(random.nextInt(12) - (random.nextInt(4) == 0 ? 20 : 0));
            watching.look(today, contract);
        }

        assertThat(watching.told.stream()
                        .filter(Notice.Due.class::isInstance)
                        .map(due -> ((Notice.Due) due).milestone()))
                .doesNotHaveDuplicates();
        assertThat(watching.endsTold()).doesNotHaveDuplicates();
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void a_clock_that_was_ahead_for_a_while_uses_up_nothing(long seed) {
        Random random = new Random(seed);
        LocalDate today = LocalDate.of(2026, 7, 1);
        LocalDate turn = today.plusDays(random.nextInt(300));
        Contract contract = Contracted.subscription("2026-01-01", "2026-12-31")
                .noticeDays(random.nextInt(60))
                .folded();
        Watching watching = new Watching(90);
        for (; today.isBefore(LocalDate.of(2027, 4, 15)); today = today.plusDays(1)) {
            if (today.equals(turn)) {
                watching.look(today.plusDays(random.nextInt(600)), contract);
            }
            watching.look(today, contract);
        }

        assertThat(watching.told.stream()
                        .filter(Notice.Due.class::isInstance)
                        .map(due -> ((Notice.Due) due).milestone().days()))
                .containsExactlyInAnyOrder(120, 90, 60, 30, 14, 7, 1);
        assertThat(watching.endsTold()).containsExactly("Lapsed c-1 2026-12-31");
        assertThat(watching.ends()).containsExactly(Map.entry(LocalDate.of(2026, 12, 31), Outcome.LAPSED));
    }

    @Test
    void what_a_clock_that_was_ahead_passed_over_is_told_on_its_day() {
        Contract contract = Contracted.subscription("2026-01-01", "2026-12-31").folded();
        Watching watching = new Watching().look("2026-08-01", contract).look("2026-12-20", contract);
        assertThat(watching.milestonesTold()).containsExactly("14 late, 11 left");

        for (LocalDate day = LocalDate.of(2026, 8, 2); day.getYear() == 2026; day = day.plusDays(1)) {
            watching.look(day, contract);
        }

        assertThat(watching.milestonesTold())
                .containsExactly(
                        "14 late, 11 left",
                        "120, 120 left",
                        "90, 90 left",
                        "60, 60 left",
                        "30, 30 left",
                        "7, 7 left",
                        "1, 1 left");
    }

    @Test
    void prices_change_with_the_term_that_begins_after_they_were_said() {
        Instant said = Instant.parse("2026-02-01T08:00:00Z");
        ContractChanged signed =
                version(said.minusSeconds(90), ContractKind.SUBSCRIPTION, "2025-07-01", "2026-06-30", null, null, 30);
        ContractChanged dearer = priced(said, null, 132_000L);
        ContractChanged upsell = priced(Instant.parse("2026-09-01T08:00:00Z"), 200_000L, null);

        Contract contract = fold(signed, dearer);
        Period first = java.util.Objects.requireNonNull(contract.period());

        assertThat(contract.annualAmount(first)).isEqualTo(120_000L);
        assertThat(contract.annualAmount(first.repeated(1))).isEqualTo(132_000L);
        assertThat(fold(signed, dearer, upsell).annualAmount(first.repeated(1))).isEqualTo(200_000L);
        assertThat(fold(signed, dearer, priced(said.plusSeconds(9), 150_000L, null))
                        .annualAmount(first.repeated(1)))
                .isEqualTo(132_000L);
    }

    static LongStream seeds() {
        return LongStream.range(0, 100);
    }

    private static String days(Contract contract, Period term) {
        String days = Schedule.of(contract, term).stream()
                .map(milestone -> Integer.toString(milestone.days()))
                .collect(Collectors.joining(" "));
        return days.isEmpty() ? "none" : days;
    }

    private static String status(Contract contract, String day) {
        return Course.of(contract, LocalDate.parse(day)).standing().status().word();
    }

    private static Contract fold(ContractChanged... versions) {
        return Versions.fold(List.of(versions), ZoneOffset.UTC, null);
    }

    private static ContractChanged priced(Instant at, @Nullable Long amount, @Nullable Long atRenewal) {
        return new ContractChanged(
                new Occurrence("p" + at, "acme", at),
                "c-1",
                null,
                null,
                null,
                null,
                true,
                amount == null ? null : List.of(new ContractLine("Suite", amount)),
                null,
                null,
                null,
                atRenewal == null ? null : List.of(new ContractLine("Suite", atRenewal)),
                "carla@example.com");
    }

    private static ContractChanged version(
            Instant at,
            @Nullable ContractKind kind,
            @Nullable String startsOn,
            @Nullable String endsOn,
            @Nullable ContractStatus status,
            @Nullable String cancelledOn,
            @Nullable Integer noticeDays) {
        return new ContractChanged(
                new Occurrence("v" + at, "acme", at),
                "c-1",
                kind,
                day(startsOn),
                day(endsOn),
                noticeDays,
                null,
                kind == null ? null : List.of(new ContractLine("Suite", 120_000)),
                "EUR",
                status,
                day(cancelledOn));
    }

    private static @Nullable LocalDate day(@Nullable String text) {
        return text == null ? null : LocalDate.parse(text);
    }
}
