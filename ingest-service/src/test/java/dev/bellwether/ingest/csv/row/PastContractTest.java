package dev.bellwether.ingest.csv.row;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import dev.bellwether.contracts.Codec;
import dev.bellwether.contracts.ContractChanged;
import dev.bellwether.contracts.ContractStatus;
import dev.bellwether.contracts.Envelope;
import dev.bellwether.contracts.Fact;
import dev.bellwether.contracts.Period;
import dev.bellwether.contracts.Reading;
import dev.bellwether.contracts.agreed.Contract;
import dev.bellwether.contracts.agreed.Stretch;
import dev.bellwether.contracts.agreed.Stretches;
import dev.bellwether.contracts.agreed.Versions;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Contracts that are over when they are imported were agreements once, and are so in the ledger. */
class PastContractTest {

    private static final Instant NOW = Instant.parse("2026-04-01T12:00:00Z");
    private static final Instant LATER = NOW.plusSeconds(86_400);
    private static final String HEADER = "accountId|contractId|startsOn|endsOn|autoRenew|lines|status|cancelledOn";

    static Stream<Arguments> rows() {
        return Stream.of(
                row("ended with its term", "2024-01-01|2024-12-31||Pro:100|ended|", "2024-01-01…2024-12-31"),
                row("ended, though it renewed", "2024-01-01|2024-12-31|yes|Pro:100|ended|", "2024-01-01…2024-12-31"),
                row("ended after a no", "2024-01-01|2024-12-31|yes|Pro:100|ended|2024-06-01", "2024-01-01…2024-12-31"),
                row(
                        "cancelled in mid-term",
                        "2024-01-01|2025-12-31||Pro:100|cancelled|2025-06-01",
                        "2024-01-01…2025-12-31"),
                row("a no without a status", "2024-01-01|2025-12-31|yes|Pro:100||2025-06-01", "2024-01-01…2025-12-31"),
                row(
                        "cancelled in its second term",
                        "2024-01-01|2024-12-31|yes|Pro:100|cancelled|2025-06-01",
                        "2024-01-01…2025-12-31"),
                row(
                        "cancelled, nobody knows when",
                        "2024-01-01|2024-12-31||Pro:100|cancelled|",
                        "2024-01-01…2024-12-31"),
                row(
                        "cancelled, and still running",
                        "2026-01-01|2026-12-31||Pro:100|cancelled|2026-03-01",
                        "2026-01-01…2026-12-31"),
                row("ended before its last day", "2026-01-01|2026-12-31||Pro:100|ended|", "2026-01-01…2026-03-31"),
                row(
                        "ended after a no before its last day",
                        "2026-01-01|2026-12-31||Pro:100|ended|2026-03-01",
                        "2026-01-01…2026-02-28"),
                row("without an end, cancelled", "2024-01-01|||Pro:100|cancelled|2025-06-01", "2024-01-01…2025-06-01"),
                row("without an end, ended", "2024-01-01|||Pro:100|ended|", "2024-01-01…2026-03-31"),
                row("running", "2026-01-01|2026-12-31||Pro:100|active|", "2026-01-01…2026-12-31"),
                row("a draft", "2024-01-01|2024-12-31||Pro:100|draft|", ""),
                row("Ended, as people write it", "2024-01-01|2024-12-31||Pro:100|Ended|", "2024-01-01…2024-12-31"),
                row("CANCELLED", "2024-01-01|2024-12-31||Pro:100|CANCELLED|", "2024-01-01…2024-12-31"),
                row("CANCELLED on a day", "2024-01-01|||Pro:100|CANCELLED|2025-06-01", "2024-01-01…2025-06-01"),
                row("a draft that was given up", "2024-01-01|2024-12-31||Pro:100|draft|2024-06-01", ""),
                row("a Draft that was given up", "2024-01-01|2024-12-31||Pro:100|Draft|2024-06-01", ""));
    }

    private static Arguments row(String name, String row, String days) {
        return Arguments.of(name, row, days);
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("rows")
    void a_contract_that_is_over_ran(String name, String row, String expected) {
        assertThat(days(facts(row), "UTC")).isEqualTo(expected);
    }

    @ParameterizedTest(name = "an account in {0}")
    @ValueSource(
            strings = {
                "Pacific/Honolulu",
                "America/Los_Angeles",
                "America/Sao_Paulo",
                "Europe/Berlin",
                "Asia/Tokyo",
                "Australia/Sydney",
                "Pacific/Auckland"
            })
    void its_days_are_the_same_wherever_the_account_lies(String zone) {
        assertThat(days(facts("2024-01-01|2024-12-31|yes|Pro:100|ended|"), zone))
                .isEqualTo("2024-01-01…2024-12-31");
    }

    @Test
    void the_stop_is_said_on_its_day_and_the_agreement_on_the_first() {
        assertThat(facts("2024-01-01|2025-12-31|yes|Pro:100|cancelled|2025-06-01"))
                .extracting(fact -> fact.time() + " " + new String(fact.data(), UTF_8))
                .containsExactly(
                        "2024-01-01T00:00:00Z {\"contractId\":\"c-1\",\"startsOn\":\"2024-01-01\",\"endsOn\":\"2025-12-31\","
                                + "\"autoRenew\":true,\"lines\":[{\"product\":\"Pro\",\"annualAmount\":100}],\"status\":\"active\"}",
                        "2025-06-01T00:00:00Z {\"contractId\":\"c-1\",\"status\":\"cancelled\",\"cancelledOn\":\"2025-06-01\"}");
    }

    @Test
    void the_same_row_of_the_same_day_is_the_same_two_events() {
        String row = "2024-01-01|2024-12-31||Pro:100|ended|";

        List<String> ids = facts(row).stream().map(Envelope::id).toList();

        assertThat(ids).hasSize(2).doesNotHaveDuplicates();
        assertThat(facts(row)).extracting(Envelope::id).isEqualTo(ids);
    }

    @Test
    void an_import_on_another_day_of_what_did_not_change_changes_nothing() {
        String row = "2024-01-01|2025-12-31|yes|Pro:100|cancelled|2025-06-01";

        List<Envelope> twice = together(facts(row), facts(HEADER, "acme|c-1|" + row, LATER));

        assertThat(stretches(twice)).isEqualTo(stretches(facts(row)));
    }

    @ParameterizedTest(name = "{0} cents")
    @ValueSource(ints = {1, 7, 99, 150, 1_200_000, 1_800_000})
    void the_later_export_counts_in_whatever_order_they_come(int amount) {
        List<Envelope> first = facts("2026-01-01|2026-12-31|yes|Pro:100|active|");
        List<Envelope> changed =
                facts(HEADER, "acme|c-1|2026-01-01|2026-12-31|yes|Pro:" + amount + "|cancelled|", LATER);

        assertThat(stretches(together(first, changed))).isEqualTo(stretches(changed));
        assertThat(stretches(together(changed, first))).isEqualTo(stretches(changed));
    }

    /** What the page on sending says to do with an export that is repeated. */
    @Test
    void an_export_that_says_when_rows_changed_amends_from_then_on() {
        List<Envelope> first = facts("2026-01-01|2026-12-31||Pro:100|active|");
        List<Envelope> changed =
                facts("occurredAt|" + HEADER, "2026-03-10|acme|c-1|2026-01-01|2026-12-31||Pro:150|active|", LATER);

        assertThat(stretches(together(first, changed)))
                .extracting(stretch -> stretch.from() + " " + stretch.annualAmount())
                .containsExactly("2026-01-01 100", "2026-03-10 150");
    }

    @Test
    void a_row_that_tells_when_it_was_said_says_no_more() {
        assertThat(facts("occurredAt|" + HEADER, "2025-02-01|acme|c-1|2024-01-01|2024-12-31||Pro:100|ended|", NOW))
                .extracting(Envelope::time)
                .containsExactly(Instant.parse("2025-02-01T00:00:00Z"));
    }

    @ParameterizedTest(name = "{0}, automatic renewal {1}")
    @CsvSource({"active|ended,yes", "active|ended,no", "ended,yes", "ended,no"})
    void what_ended_with_its_term_was_to_be_decided_until_then_and_did_not_renew(String statuses, String autoRenew) {
        List<ContractChanged> versions = Stream.of(statuses.split("\\|"))
                .flatMap(status -> facts("2024-01-01|2024-12-31|" + autoRenew + "|Pro:100|" + status + "|").stream())
                .map(PastContractTest::version)
                .toList();
        for (String zone : List.of("Pacific/Honolulu", "Europe/Berlin", "Pacific/Auckland")) {
            Contract contract = Versions.fold(versions, ZoneId.of(zone), "EUR");
            Period term = requireNonNull(contract.period());

            assertThat(contract.renewsAfter(term)).as(zone).isFalse();
            assertThat(contract.stop().heldBy(term.endsOn())).as(zone).isFalse();
            assertThat(contract.status()).isEqualTo(ContractStatus.ENDED);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"2024-01-01|2024-12-31", "2026-01-01|2026-12-31"})
    void a_row_that_is_cancelled_in_a_later_export_is_so_whichever_of_its_events_has_the_larger_id(String dates) {
        List<ContractChanged> versions = Stream.of("active", "cancelled")
                .flatMap(status -> facts(dates + "|yes|Pro:100|" + status + "|").stream())
                .map(PastContractTest::version)
                .toList();
        Contract contract = Versions.fold(versions, ZoneId.of("Pacific/Auckland"), "EUR");
        Period term = requireNonNull(contract.period());

        assertThat(versions)
                .filteredOn(version -> version.status() == ContractStatus.CANCELLED)
                .singleElement()
                .matches(stop -> versions.stream()
                        .allMatch(other -> other == stop || other.occurredAt().isBefore(stop.occurredAt())));
        assertThat(contract.renewsAfter(term)).isFalse();
        assertThat(contract.stop().heldBy(term.startsOn().plusDays(30))).isFalse();
        assertThat(Stretches.of(versions, ZoneId.of("UTC"), "EUR").getLast().to())
                .isEqualTo(term.endsOn());
    }

    /** The days on which it ran, whatever was known of its end on each. */
    private static String days(List<Envelope> facts, String zone) {
        List<ContractChanged> versions =
                facts.stream().map(PastContractTest::version).toList();
        List<LocalDate> breaks = new ArrayList<>();
        for (Stretch stretch : Stretches.of(versions, ZoneId.of(zone), "EUR")) {
            if (!breaks.isEmpty() && breaks.getLast().plusDays(1).equals(stretch.from())) {
                breaks.removeLast();
            } else {
                breaks.add(stretch.from());
            }
            breaks.add(stretch.to());
        }
        return breaks.stream().map(LocalDate::toString).collect(Collectors.joining("…"));
    }

    private static List<Stretch> stretches(List<Envelope> facts) {
        return Stretches.of(facts.stream().map(PastContractTest::version).toList(), ZoneId.of("UTC"), "EUR");
    }

    private static List<Envelope> together(List<Envelope> some, List<Envelope> others) {
        return Stream.concat(some.stream(), others.stream()).toList();
    }

    private static ContractChanged version(Envelope envelope) {
        return (ContractChanged) ((Reading.Understood<Fact>) Codec.readFact(envelope)).value();
    }

    private static List<Envelope> facts(String row) {
        return facts(HEADER, "acme|c-1|" + row, NOW);
    }

    private static List<Envelope> facts(String header, String row, Instant now) {
        ImportOrder order = new ImportOrder(ImportKind.CONTRACTS, Map.of(), Map.of(), Spelling.PLAIN, null);
        Header read = ((Reading.Understood<Header>) HeaderReading.of(cells(header), order)).value();
        return ((Reading.Understood<List<Envelope>>)
                        new RowReader(read, order, new RowReader.Origin("/test", now, 32_768)).read(cells(row), now))
                .value();
    }

    private static List<String> cells(String text) {
        return Arrays.asList(text.split("\\|", -1));
    }
}
