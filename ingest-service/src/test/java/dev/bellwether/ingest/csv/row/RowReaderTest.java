package dev.bellwether.ingest.csv.row;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.bellwether.contracts.Envelope;
import dev.bellwether.contracts.Problem;
import dev.bellwether.contracts.Reading;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class RowReaderTest {

    private static final Instant NOW = Instant.parse("2026-04-01T12:00:00Z");

    static Stream<Arguments> facts() {
        return Stream.of(
                Arguments.of(
                        "an account as of now, with a trait",
                        ImportKind.ACCOUNTS,
                        "Account ID|Name|Seats|Time Zone|Plan Tier",
                        "acme|Acme GmbH|25|Europe/Berlin|gold",
                        "2026-04-01T12:00:00Z {\"name\":\"Acme GmbH\",\"seats\":25,\"timeZone\":\"Europe/Berlin\","
                                + "\"traits\":{\"Plan Tier\":\"gold\"}}"),
                Arguments.of(
                        "an account that churned happened on that day",
                        ImportKind.ACCOUNTS,
                        "accountId|status|churnedOn",
                        "acme|churned|2026-03-01",
                        "2026-03-01T00:00:00Z {\"status\":\"churned\",\"churnedOn\":\"2026-03-01\"}"),
                Arguments.of(
                        "a user",
                        ImportKind.USERS,
                        "account_id|user_id|email|champion|internal|deactivated",
                        "acme|ann|ann@acme.example|Yes|0|FALSE",
                        "2026-04-01T12:00:00Z {\"userId\":\"ann\",\"email\":\"ann@acme.example\",\"champion\":true,"
                                + "\"internal\":false,\"deactivated\":false}"),
                Arguments.of(
                        "a contract with lines in short",
                        ImportKind.CONTRACTS,
                        "accountId|contractId|startsOn|endsOn|autoRenew|lines",
                        "acme|c-1|2026-01-01|2026-12-31|true|Pro: EU:1200000; Support:240000",
                        "2026-01-01T00:00:00Z {\"contractId\":\"c-1\",\"startsOn\":\"2026-01-01\",\"endsOn\":\"2026-12-31\","
                                + "\"autoRenew\":true,\"lines\":[{\"product\":\"Pro: EU\",\"annualAmount\":1200000},"
                                + "{\"product\":\"Support\",\"annualAmount\":240000}]}"),
                Arguments.of(
                        "a contract with lines as JSON",
                        ImportKind.CONTRACTS,
                        "accountId|contractId|lines",
                        "acme|c-1|[{\"product\":\"Pro\",\"annualAmount\":5}]",
                        "2026-04-01T12:00:00Z {\"contractId\":\"c-1\",\"lines\":[{\"product\":\"Pro\",\"annualAmount\":5}]}"),
                Arguments.of(
                        "a contract with one product in columns of its own",
                        ImportKind.CONTRACTS,
                        "accountId|contractId|product|annualAmountDecimal|currency",
                        "acme|c-1|Pro|12000.50|EUR",
                        "2026-04-01T12:00:00Z {\"contractId\":\"c-1\",\"currency\":\"EUR\","
                                + "\"lines\":[{\"product\":\"Pro\",\"annualAmount\":1200050}]}"),
                Arguments.of(
                        "a contract with other prices from its next term on",
                        ImportKind.CONTRACTS,
                        "accountId|contractId|lines|Renewal Lines",
                        "acme|c-1|Pro:100|Pro:110",
                        "2026-04-01T12:00:00Z {\"contractId\":\"c-1\","
                                + "\"lines\":[{\"product\":\"Pro\",\"annualAmount\":100}],"
                                + "\"renewalLines\":[{\"product\":\"Pro\",\"annualAmount\":110}]}"),
                Arguments.of(
                        "a contract that begins later was told of now",
                        ImportKind.CONTRACTS,
                        "accountId|contractId|startsOn",
                        "acme|c-1|2027-01-01",
                        "2026-04-01T12:00:00Z {\"contractId\":\"c-1\",\"startsOn\":\"2027-01-01\"}"),
                Arguments.of(
                        "an invoice in minor units",
                        ImportKind.INVOICES,
                        "accountId|invoiceId|amount|currency|issuedOn|Due On|status",
                        "acme|in-1|12300|EUR|2026-03-01|2026-03-15|open",
                        "2026-03-01T00:00:00Z {\"invoiceId\":\"in-1\",\"amount\":12300,\"currency\":\"EUR\","
                                + "\"issuedOn\":\"2026-03-01\",\"dueOn\":\"2026-03-15\",\"status\":\"open\"}"),
                Arguments.of(
                        "an invoice in major units of a currency without decimals, paid",
                        ImportKind.INVOICES,
                        "accountId|invoiceId|Amount (decimal)|currency|issuedOn|status|paidOn",
                        "acme|in-1|12300|jpy|2026-03-01|paid|2026-03-20",
                        "2026-03-20T00:00:00Z {\"invoiceId\":\"in-1\",\"amount\":12300,\"currency\":\"jpy\","
                                + "\"issuedOn\":\"2026-03-01\",\"status\":\"paid\",\"paidOn\":\"2026-03-20\"}"),
                Arguments.of(
                        "a ticket with times as databases write them",
                        ImportKind.TICKETS,
                        "accountId|ticketId|openedAt|status|priority|solvedAt",
                        "acme|t-1|2026-03-01 09:30|solved|urgent|2026-03-02T10:00:00+02:00",
                        "2026-03-02T08:00:00Z {\"ticketId\":\"t-1\",\"openedAt\":\"2026-03-01T09:30:00Z\","
                                + "\"status\":\"solved\",\"priority\":\"urgent\",\"solvedAt\":\"2026-03-02T08:00:00Z\"}"),
                Arguments.of(
                        "usage, with what means nothing left out",
                        ImportKind.USAGE,
                        "accountId|userId|feature|occurredAt|quantity|browser",
                        "acme|ann|export|2026-03-01T09:30:00.5Z|2.50|chrome",
                        "2026-03-01T09:30:00.500Z {\"userId\":\"ann\",\"feature\":\"export\",\"quantity\":2.50}"),
                Arguments.of(
                        "a survey answer",
                        ImportKind.SURVEYS,
                        "accountId|userId|kind|score|comment|occurredAt",
                        "acme|ann|nps|9|Great, \"really\"|2026-03-01",
                        "2026-03-01T00:00:00Z {\"userId\":\"ann\",\"kind\":\"nps\",\"score\":9,"
                                + "\"comment\":\"Great, \\\"really\\\"\"}"));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("facts")
    void a_row_is_a_fact(String name, ImportKind kind, String header, String row, String expected) {
        Envelope envelope = understood(read(order(kind), header, row));

        assertThat(envelope.time() + " " + new String(envelope.data(), UTF_8)).isEqualTo(expected);
        assertThat(envelope.subject()).isEqualTo("acme");
        assertThat(envelope.type()).isEqualTo(kind.type().typeName());
        assertThat(envelope.id())
                .matches(kind.isReplaced() ? "csv-of-20260401T120000.000000-[0-9a-f]{32}" : "csv-[0-9a-f]{32}");
    }

    static Stream<Arguments> refusals() {
        return Stream.of(
                refusal("a day of another form", "Due On", "31.3", "Due On must be a day like 2026-03-31"),
                refusal("no number", "amount", "1.5", "amount must be a whole number of minor units (cents)"),
                refusal(
                        "a status nobody knows",
                        "status",
                        "late",
                        "status must be one of open, paid, void, uncollectible"),
                refusal(
                        "too many decimals",
                        "amount decimal",
                        "1.234",
                        "amount decimal must have at most 2 decimals in this currency"),
                refusal("no amount", "amountDecimal", "1.2.3", "amountDecimal must be an amount like 1234.50"),
                refusal("a time that is none", "occurredAt", "yesterday", "occurredAt " + Spelling.INSTANT),
                refusal(
                        "the future",
                        "occurredAt",
                        "2026-04-01T12:11:00Z",
                        "occurredAt is more than 10 minutes in the future"),
                refusal("before computers", "occurredAt", "1969-12-31", "occurredAt " + Spelling.INSTANT));
    }

    private static Arguments refusal(String name, String column, String value, String expected) {
        return Arguments.of(name, column, value, expected);
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("refusals")
    void a_refused_row_names_the_column_as_the_file_does(String name, String column, String value, String expected) {
        Reading<List<Envelope>> reading = read(
                order(ImportKind.INVOICES),
                "Account|currency|invoice id|" + column,
                "acme|EUR|in-1|" + value,
                Map.of("Account", "accountId"));

        assertThat(texts(reading)).containsExactly(expected);
    }

    @Test
    void every_problem_of_a_row_is_told_at_once() {
        assertThat(texts(read(
                        order(ImportKind.SURVEYS),
                        "accountId|userId|kind|score|occurredAt",
                        "acme|ann|NPS|11|2026-03-01")))
                .containsExactly("score must be a whole number from 0 to 10");
        assertThat(texts(read(order(ImportKind.TICKETS), "accountId|ticketId|openedAt|solvedAt", "acme|t|x|y")))
                .containsExactly("openedAt " + Spelling.INSTANT, "solvedAt " + Spelling.INSTANT);
    }

    @Test
    void rows_of_another_length_are_refused_but_for_empty_cells_at_the_end() {
        String header = "accountId|userId";
        assertThat(texts(read(order(ImportKind.USERS), header, "acme")))
                .containsExactly("has 1 values, and the file 2 columns");
        assertThat(texts(read(order(ImportKind.USERS), header, "acme|ann|x")))
                .containsExactly("has 3 values, and the file 2 columns");
        understood(read(order(ImportKind.USERS), header, "acme|ann||"));
    }

    @Test
    void a_required_value_that_is_empty_is_named() {
        assertThat(texts(read(order(ImportKind.USERS), "Customer|userId", "|ann", Map.of("customer", "accountId"))))
                .containsExactly("Customer is empty, and required");
    }

    @Test
    void the_same_row_is_the_same_event_wherever_it_stands_and_however_its_columns_are_ordered() {
        Envelope one = understood(read(order(ImportKind.USERS), "accountId|userId|email", "acme|ann|a@b.example"));
        Envelope other = understood(read(order(ImportKind.USERS), "E-Mail|user id|ACCOUNT_ID", "a@b.example|ann|acme"));
        Envelope changed = understood(read(order(ImportKind.USERS), "accountId|userId|email", "acme|ann|a@c.example"));

        assertThat(other.id()).isEqualTo(one.id());
        assertThat(changed.id()).isNotEqualTo(one.id());
    }

    @Test
    void usage_may_bring_its_own_id() {
        assertThat(understood(read(
                                order(ImportKind.USAGE),
                                "id|accountId|userId|feature|occurredAt",
                                "e-1|acme|ann|x|2026-03-01"))
                        .id())
                .isEqualTo("e-1");
    }

    @Test
    void times_without_an_offset_are_meant_in_the_zone_that_was_told() {
        ImportOrder order = new ImportOrder(
                ImportKind.USAGE, Map.of(), Map.of(), new Spelling(ZoneId.of("Europe/Berlin"), null, null, null), null);
        assertThat(understood(read(order, "accountId|userId|feature|occurredAt", "acme|ann|x|2026-03-30 09:00:00"))
                        .time())
                .isEqualTo("2026-03-30T07:00:00Z");
    }

    @Test
    void what_a_file_does_not_say_may_be_set_for_all_rows() {
        ImportOrder order = new ImportOrder(
                ImportKind.SURVEYS, Map.of("respondent", "userId"), Map.of("kind", "NPS"), Spelling.PLAIN, null);
        assertThat(new String(
                        understood(read(order, "accountId|Respondent|score|occurredAt", "acme|ann|9|2026-03-01"))
                                .data(),
                        UTF_8))
                .isEqualTo("{\"userId\":\"ann\",\"kind\":\"NPS\",\"score\":9}");
    }

    private static ImportOrder order(ImportKind kind) {
        Map<String, String> map = kind == ImportKind.INVOICES ? Map.of("Amount (decimal)", "amountDecimal") : Map.of();
        return new ImportOrder(kind, map, Map.of(), Spelling.PLAIN, null);
    }

    private static Reading<List<Envelope>> read(ImportOrder order, String header, String row, Map<String, String> map) {
        return read(new ImportOrder(order.kind(), map, order.set(), order.spelling(), null), header, row);
    }

    private static Reading<List<Envelope>> read(ImportOrder order, String header, String row) {
        List<String> names = cells(header);
        ImportOrder fitting = new ImportOrder(
                order.kind(),
                order.map().entrySet().stream()
                        .filter(entry -> names.stream()
                                .anyMatch(name -> Column.plain(name).equals(Column.plain(entry.getKey()))))
                        .collect(java.util.stream.Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue)),
                order.set(),
                order.spelling(),
                null);
        Header read = ((Reading.Understood<Header>) HeaderReading.of(names, fitting)).value();
        return new RowReader(read, fitting, new RowReader.Origin("/test", NOW, 32_768)).read(cells(row), NOW);
    }

    private static List<String> cells(String text) {
        return Arrays.asList(text.split("\\|", -1));
    }

    private static Envelope understood(Reading<List<Envelope>> reading) {
        if (reading instanceof Reading.Understood<List<Envelope>>(List<Envelope> envelopes)) {
            assertThat(envelopes).hasSize(1);
            return envelopes.getFirst();
        }
        throw new AssertionError(reading.toString());
    }

    private static List<String> texts(Reading<List<Envelope>> reading) {
        return ((Reading.Refused<List<Envelope>>) reading)
                .problems().stream().map(Problem::text).toList();
    }
}
