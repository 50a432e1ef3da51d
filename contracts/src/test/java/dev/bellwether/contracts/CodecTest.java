package dev.bellwether.contracts;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

class CodecTest {

    static Stream<Event> events() {
        return Examples.all();
    }

    @ParameterizedTest
    @MethodSource("events")
    void an_event_is_written_as_its_golden_json_and_read_back_equal(Event event) throws IOException {
        Envelope envelope = Codec.write(event, "/test");

        assertThat(new String(envelope.data(), UTF_8)).isEqualTo(golden(EventType.of(event)));
        assertThat(Codec.read(envelope)).isEqualTo(new Reading.Understood<>(event));
    }

    @Test
    void every_type_has_an_example() {
        Set<EventType> seen = new HashSet<>();
        Examples.all().forEach(event -> seen.add(EventType.of(event)));

        assertThat(seen).containsExactlyInAnyOrder(EventType.values());
    }

    @ParameterizedTest
    @MethodSource("events")
    void unknown_fields_are_ignored(Event event) {
        Envelope envelope = Codec.write(event, "/test");
        String extended = new String(envelope.data(), UTF_8).replaceFirst("\\{", "{\"fromTheFuture\":{\"a\":[1]},");

        assertThat(Codec.read(with(envelope, extended))).isEqualTo(new Reading.Understood<>(event));
    }

    @ParameterizedTest(name = "{0} {1} → {2} {3}")
    @CsvSource(delimiter = '|', textBlock = """
            bellwether.usage   | {"feature":"x"}                                     | /userId       | is required
            bellwether.usage   | {"userId":"u","feature":" "}                        | /feature      | must not be blank
            bellwether.usage   | {"userId":7,"feature":"x"}                          | /userId       | must be text
            bellwether.usage   | {"userId":"u","feature":"x","quantity":1e99999999}  | /quantity     | is too large
            bellwether.usage   | {"userId":"u","feature":"x","quantity":1000000000000.1} | /quantity | is too large
            bellwether.usage   | {"userId":"u","feature":"x","quantity":1e-9999999}  | /quantity     | must have at most 6 decimals
            bellwether.usage   | {"userId":"u\\u0000","feature":"x"}                 | /userId       | must not hold a NUL or half a surrogate pair
            bellwether.usage   | {"userId":"u\\ud800","feature":"x"}                 | /userId       | must not hold a NUL or half a surrogate pair
            bellwether.usage   | [1]                                                 | ''            | must be a JSON object
            bellwether.usage   | {"userId":                                          | ''            | is not JSON: line 1, column 11
            bellwether.invoice | {"invoiceId":"i","dueOn":"31.12.2026"}              | /dueOn        | must be a day like 2026-03-31
            bellwether.invoice | {"invoiceId":"i","dueOn":"0001-01-01"}              | /dueOn        | must be of the years 1900 to 9999
            bellwether.invoice | {"invoiceId":"i","dueOn":"-999999999-01-01"}        | /dueOn        | must be of the years 1900 to 9999
            bellwether.invoice | {"invoiceId":"i","amount":12.5}                     | /amount       | must be a whole number of minor units (cents)
            bellwether.invoice | {"invoiceId":"i","status":"late"}                   | /status       | must be one of open, paid, void, uncollectible
            bellwether.invoice | {"invoiceId":"i","currency":"EURO"}                 | /currency     | must be an ISO 4217 code like EUR
            bellwether.survey  | {"userId":"u","kind":"NPS","score":11}              | /score        | must be a whole number from 0 to 10
            bellwether.survey  | {"userId":"u","kind":"CSAT","score":4,"scale":7}    | /scale        | must be a whole number from 5 to 5
            bellwether.mention | {"sentiment":-1.01}                                 | /sentiment    | must be between -1 and 1
            bellwether.account | {"timeZone":"Mars/Olympus"}                         | /timeZone     | must be an IANA time zone like Europe/Berlin
            bellwether.contract| {"contractId":"c","lines":[{"product":"p"}]}        | /lines/0/annualAmount | is required
            bellwether.contract| {"contractId":"c","lines":[{"product":"p","annualAmount":1000000000000001}]} | /lines/0/annualAmount | is too large
            bellwether.contract| {"contractId":"c","lines":[{"product":"p","annualAmount":999999999999999},{"product":"q","annualAmount":2}]} | /lines | must add up to at most 1000000000000000 minor units a year, signs left out
            bellwether.contract| {"contractId":"c","renewalLines":[{"product":"p","annualAmount":1000000000000000},{"product":"q","annualAmount":1}]} | /renewalLines | must add up to at most 1000000000000000 minor units a year, signs left out
            bellwether.contract| {"contractId":"c","lines":[{"product":"p","annualAmount":-1}]} | /lines | must not add up to less than 0
            bellwether.contract| {"contractId":"c","startsOn":"0001-01-01"}          | /startsOn     | must be of the years 1900 to 9999
            bellwether.contract| {"contractId":"c","startsOn":"1.1.2026"}            | /startsOn     | must be a day like 2026-03-31
            bellwether.unheard | {}                                                  | /type         | is not a type Bellwether knows: bellwether.unheard
            """)
    void what_is_wrong_is_named(String type, String data, String pointer, String detail) {
        Envelope envelope = new Envelope("1", "/test", type, "acme", Examples.AT, data.getBytes(UTF_8));

        assertThat(Codec.read(envelope)).isEqualTo(Reading.refused(pointer, detail));
    }

    @Test
    void a_contract_is_known_by_an_id_of_at_most_255_characters() {
        assertThat(contractOf("c".repeat(255))).isInstanceOf(Reading.Understood.class);
        assertThat(contractOf("c".repeat(256)))
                .isEqualTo(Reading.refused("/contractId", "must have at most 255 characters"));
    }

    private static Reading<Event> contractOf(String id) {
        byte[] data = "{\"contractId\":\"%s\"}".formatted(id).getBytes(UTF_8);
        return Codec.read(new Envelope("1", "/test", "bellwether.contract", "acme", Examples.AT, data));
    }

    @Test
    void so_many_lines_that_no_number_holds_them_are_refused() {
        String line = "{\"product\":\"p\",\"annualAmount\":1000000000000000}";
        String lines = String.join(",", Collections.nCopies(20_000, line));
        byte[] data = "{\"contractId\":\"c\",\"lines\":[%s]}".formatted(lines).getBytes(UTF_8);

        assertThat(Codec.read(new Envelope("1", "/test", "bellwether.contract", "acme", Examples.AT, data)))
                .isEqualTo(Reading.refused(
                        "/lines", "must add up to at most 1000000000000000 minor units a year, signs left out"));
    }

    @Test
    void every_problem_of_an_event_is_found_at_once() {
        Envelope envelope = new Envelope(
                "1",
                "/test",
                "bellwether.invoice",
                "acme",
                Examples.AT,
                "{\"amount\":\"ten\",\"paidOn\":\"soon\"}".getBytes(UTF_8));

        assertThat(Codec.read(envelope))
                .isInstanceOfSatisfying(
                        Reading.Refused.class,
                        refused ->
                                assertThat(refused.problems().toString()).contains("/invoiceId", "/amount", "/paidOn"));
    }

    @Test
    void an_announcement_is_no_fact() {
        List<Event> events =
                Examples.all().filter(event -> !(event instanceof Fact)).toList();

        assertThat(events)
                .isNotEmpty()
                .allSatisfy(event ->
                        assertThat(Codec.readFact(Codec.write(event, "/test"))).isInstanceOf(Reading.Refused.class));
    }

    @Test
    void constants_are_read_whatever_their_case() {
        Envelope envelope = new Envelope(
                "1",
                "/test",
                "bellwether.invoice",
                "acme",
                Examples.AT,
                "{\"invoiceId\":\"i\",\"status\":\"PAID\",\"currency\":\"eur\"}".getBytes(UTF_8));

        assertThat(Codec.read(envelope))
                .isEqualTo(new Reading.Understood<>(
                        new InvoiceChanged(Examples.of("1"), "i", null, "EUR", null, null, InvoiceStatus.PAID, null)));
    }

    private static Envelope with(Envelope envelope, String data) {
        return new Envelope(
                envelope.id(),
                envelope.source(),
                envelope.type(),
                envelope.subject(),
                envelope.time(),
                data.getBytes(UTF_8));
    }

    private static String golden(EventType type) throws IOException {
        String file = "/golden/" + type.typeName() + ".json";
        try (InputStream stream = CodecTest.class.getResourceAsStream(file)) {
            assertThat(stream).as("golden file " + file).isNotNull();
            return new String(stream.readAllBytes(), UTF_8).strip();
        }
    }
}
