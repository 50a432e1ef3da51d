package dev.bellwether.ingest.csv.row;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.bellwether.contracts.Envelope;
import dev.bellwether.contracts.Problem;
import dev.bellwether.contracts.Reading;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Numbers and days as the sender said that they are written, and never otherwise. */
class SpellingTest {

    private static final Instant NOW = Instant.parse("2026-04-01T12:00:00Z");
    private static final String NOTHING = "nothing";

    @ParameterizedTest(name = "{1} with a {0}")
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '"',
            nullValues = NOTHING,
            value = {
                "COMMA | 1234,50         | 1234.50",
                "COMMA | 1.234,50        | 1234.50",
                "COMMA | -1.234.567,5    | -1234567.5",
                "COMMA | 1 234,50        | 1234.50",
                "COMMA | 1\u00A0234,50  | 1234.50",
                "COMMA | 1\u202F234,50  | 1234.50",
                "COMMA | 1'234'567       | 1234567",
                "COMMA | 12              | 12",
                "COMMA | 1.000           | 1000",
                "COMMA | 1.5             | nothing",
                "COMMA | 1.234.50        | nothing",
                "COMMA | 1.234 567       | nothing",
                "COMMA | 1,234,567       | nothing",
                "COMMA | 12,             | nothing",
                "COMMA | ,5              | nothing",
                "COMMA | EUR 5           | nothing",
                "POINT | 1,234.50        | 1234.50",
                "POINT | 1234.5          | 1234.5",
                "POINT | 1,23            | nothing",
                "POINT | 1.234,50        | nothing"
            })
    void a_number_is_read_as_was_told(Decimals decimals, String written, String plain) {
        assertThat(decimals.plain(written)).isEqualTo(plain);
    }

    @ParameterizedTest(name = "{1} as {0}")
    @CsvSource(
            nullValues = NOTHING,
            value = {
                "dd.MM.yyyy,       31.03.2026,               2026-03-31",
                "dd.MM.yyyy,       01.02.2026,               2026-02-01",
                "dd.MM.yyyy,       31.03.2026 09:30,         2026-03-31 09:30",
                "dd.MM.yyyy,       31.03.2026T09:30:00Z,     2026-03-31T09:30:00Z",
                "dd.MM.yyyy,       1.2.2026,                 nothing",
                "d.M.yyyy,         1.2.2026,                 2026-02-01",
                "d.M.yyyy,         01.02.2026,               2026-02-01",
                "dd.MM.yyyy,       31.02.2026,               nothing",
                "dd.MM.yyyy,       2026-03-31,               nothing",
                "dd.MM.yy,         31.03.26,                 2026-03-31",
                "MM/dd/yyyy,       03/31/2026,               2026-03-31",
                "MM/dd/yyyy,       31/03/2026,               nothing",
                "M/d/yyyy[ h:mm a],3/31/2026 9:30 PM,        2026-03-31T21:30",
                "M/d/yyyy[ h:mm a],3/31/2026,                2026-03-31",
                "dd-MMM-yyyy,      31-mar-2026,              2026-03-31",
                "yyyyMMdd,         20260331,                 2026-03-31"
            })
    void a_day_is_read_as_was_told(String pattern, String written, String plain) {
        assertThat(new DayPattern(pattern).plain(written)).isEqualTo(plain);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "dd.MM",
                "dd.mm.yyyy",
                "DD.MM.YYYY",
                "dd.MM.yyyy hh:mm",
                "dd.MM.yyyy mm",
                "dd.MM.yyyy z",
                "MM.yyyy",
                "dd 'of' MM yyyy"
            })
    void what_tells_no_day_or_half_a_time_is_no_pattern(String pattern) {
        assertThatThrownBy(() -> new DayPattern(pattern)).isInstanceOf(DateTimeException.class);
    }

    @Test
    void a_row_that_is_written_as_was_told_is_the_same_event_as_the_plain_one() {
        String header = "accountId|invoiceId|amountDecimal|currency|issuedOn|dueOn|occurredAt";

        Envelope european = understood(read(
                european(),
                ImportKind.INVOICES,
                header,
                "acme|in-1|1.234,50|EUR|01.02.2026|15.02.2026|01.02.2026 10:00"));
        Envelope plain = understood(read(
                new Spelling(ZoneId.of("Europe/Berlin"), null, null, null),
                ImportKind.INVOICES,
                header,
                "acme|in-1|1234.50|EUR|2026-02-01|2026-02-15|2026-02-01 10:00"));

        assertThat(new String(european.data(), UTF_8))
                .isEqualTo("{\"invoiceId\":\"in-1\",\"amount\":123450,\"currency\":\"EUR\","
                        + "\"issuedOn\":\"2026-02-01\",\"dueOn\":\"2026-02-15\"}");
        assertThat(european.time()).isEqualTo("2026-02-01T09:00:00Z");
        assertThat(european.id()).isEqualTo(plain.id());
    }

    @Test
    void every_column_with_a_number_or_a_time_is_read_so() {
        assertThat(new String(
                        understood(read(
                                        european(),
                                        ImportKind.CONTRACTS,
                                        "accountId|contractId|startsOn|endsOn|noticeDays|product|annualAmountDecimal|currency",
                                        "acme|c-1|01.07.2025|30.06.2026|61|Pro|12.000,50|EUR"))
                                .data(),
                        UTF_8))
                .isEqualTo(
                        "{\"contractId\":\"c-1\",\"startsOn\":\"2025-07-01\",\"endsOn\":\"2026-06-30\","
                                + "\"noticeDays\":61,\"currency\":\"EUR\",\"lines\":[{\"product\":\"Pro\",\"annualAmount\":1200050}]}");
        assertThat(new String(
                        understood(read(
                                        european(),
                                        ImportKind.USAGE,
                                        "accountId|userId|feature|occurredAt|quantity",
                                        "acme|ann|export|01.02.2026 10:00|2,5"))
                                .data(),
                        UTF_8))
                .isEqualTo("{\"userId\":\"ann\",\"feature\":\"export\",\"quantity\":2.5}");
    }

    @Test
    void a_contract_that_is_over_is_two_events_in_any_spelling() {
        assertThat(((Reading.Understood<List<Envelope>>) read(
                                european(),
                                ImportKind.CONTRACTS,
                                "accountId|contractId|startsOn|endsOn|status",
                                "acme|c-1|01.01.2024|31.12.2024|Ended"))
                        .value())
                .extracting(Envelope::time)
                .containsExactly(Instant.parse("2023-12-31T23:00:00Z"), Instant.parse("2025-01-01T10:00:00Z"));
    }

    @Test
    void what_is_written_otherwise_than_was_told_is_refused_with_an_example() {
        assertThat(texts(read(
                        european(),
                        ImportKind.INVOICES,
                        "accountId|invoiceId|Total|currency|Due",
                        "acme|in-1|1234.50|EUR|2026-02-15")))
                .containsExactly(
                        "Total must be a number like 1.234,50, as decimal=comma says",
                        "Due must be a day like 31.03.2026, as dates=dd.MM.yyyy says");
    }

    @ParameterizedTest(name = "{1} as {0}")
    @CsvSource({
        "M/d/yyyy[ h:mm a], 12/31/2024 12:00 AM, 2024-12-31",
        "M/d/yyyy[ h:mm a], 12/31/2024 11:59 pm, 2024-12-31",
        "M/d/yyyy[ h:mm a], 12/31/2024,          2024-12-31",
        "dd.MM.yyyy HH:mm,  31.12.2024 00:00,    2024-12-31"
    })
    void a_column_of_days_keeps_the_day_of_what_was_told_with_a_time(String pattern, String written, String day) {
        Reading<List<Envelope>> due = due(pattern, written);

        assertThat(new String(understood(due).data(), UTF_8)).contains("\"dueOn\":\"" + day + "\"");
    }

    @ParameterizedTest(name = "{1} as {0}")
    @CsvSource({
        "M/d/yyyy[ h:mm a], 12/31/2024 25:00 AM,    3/31/2026 9:30 AM",
        "M/d/yyyy[ h:mm a], 12/31/2024 12:00 AM CET,3/31/2026 9:30 AM",
        "M/d/yyyy[ h:mm a], 2024-12-31,             3/31/2026 9:30 AM",
        "dd.MM.yyyy HH:mm,  31.12.2024,             31.03.2026 09:30",
        "dd.MM.yyyy,        31.12.2024 00:00,       31.03.2026"
    })
    void a_day_is_refused_with_an_example_that_would_be_taken(String pattern, String written, String example) {
        assertThat(texts(due(pattern, written)))
                .containsExactly("Due must be a day like " + example + ", as dates=" + pattern + " says");
        understood(due(pattern, example));
    }

    @Test
    void a_time_is_refused_with_an_example_that_would_be_taken() {
        String tickets = "accountId|ticketId|openedAt|occurredAt";

        assertThat(texts(read(european(), ImportKind.TICKETS, tickets, "acme|t-1|31.03.2026 9h30|31.03.2026 noon")))
                .containsExactlyInAnyOrder(
                        "openedAt must be a day like 31.03.2026, as dates=dd.MM.yyyy says",
                        "occurredAt must be a day like 31.03.2026, as dates=dd.MM.yyyy says");
        understood(read(european(), ImportKind.TICKETS, tickets, "acme|t-1|31.03.2026|31.03.2026"));
    }

    @Test
    void of_what_looks_like_another_spelling_the_parameter_is_named() {
        assertThat(texts(read(
                        Spelling.PLAIN,
                        ImportKind.INVOICES,
                        "accountId|invoiceId|Total|currency|Due",
                        "acme|in-1|5|EUR|15.02.2026")))
                .containsExactly(
                        "Due must be a day like 2026-03-31; if all days are written so, say it: dates=dd.MM.yyyy");
        assertThat(texts(read(
                        Spelling.PLAIN,
                        ImportKind.INVOICES,
                        "accountId|invoiceId|Total|currency|Due",
                        "acme|in-1|1.234,50|EUR|2026-02-15")))
                .containsExactly("Total must be an amount like 1234.50; if all numbers have a decimal comma, say it:"
                        + " decimal=comma");
    }

    private static Spelling european() {
        return new Spelling(ZoneId.of("Europe/Berlin"), ';', Decimals.COMMA, new DayPattern("dd.MM.yyyy"));
    }

    private static Reading<List<Envelope>> due(String pattern, String written) {
        return read(
                new Spelling(ZoneId.of("UTC"), null, null, new DayPattern(pattern)),
                ImportKind.INVOICES,
                "accountId|invoiceId|Total|currency|Due",
                "acme|in-1|5|EUR|" + written);
    }

    private static Reading<List<Envelope>> read(Spelling spelling, ImportKind kind, String header, String row) {
        Map<String, String> map =
                header.contains("Total") ? Map.of("Total", "amountDecimal", "Due", "dueOn") : Map.of();
        ImportOrder order = new ImportOrder(kind, map, Map.of(), spelling, null);
        Header read = ((Reading.Understood<Header>) HeaderReading.of(cells(header), order)).value();
        return new RowReader(read, order, new RowReader.Origin("/test", NOW, 32_768)).read(cells(row), NOW);
    }

    private static List<String> cells(String text) {
        return Arrays.asList(text.split("\\|", -1));
    }

    private static Envelope understood(Reading<List<Envelope>> reading) {
        return ((Reading.Understood<List<Envelope>>) reading).value().getFirst();
    }

    private static List<String> texts(Reading<List<Envelope>> reading) {
        return ((Reading.Refused<List<Envelope>>) reading)
                .problems().stream().map(Problem::text).toList();
    }
}
