package dev.bellwether.contracts;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.lang.reflect.RecordComponent;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** What is understood of a fact is understood again, and the same, once it was written down. */
class UnderstoodAgainTest {

    private static final int VALUES = 3_000;

    /** Every field of every fact, with a value that is surely understood. */
    private static final Map<EventType, Map<String, String>> FIELDS = Map.of(
            EventType.USAGE,
            fields("""
                    userId "u"
                    feature "x"
                    quantity 2
                    """),
            EventType.USER,
            fields("""
                    userId "u"
                    email "a@b.example"
                    name "n"
                    role "r"
                    champion true
                    internal false
                    deactivated true
                    """),
            EventType.ACCOUNT,
            fields("""
                    name "n"
                    owner "o"
                    segment "s"
                    stage "s"
                    seats 7
                    currency "EUR"
                    timeZone "UTC"
                    parent "p"
                    traits {"a":1}
                    status "churned"
                    churnedOn "2026-01-01"
                    churnReason "r"
                    """),
            EventType.INVOICE,
            fields("""
                    invoiceId "i"
                    amount 1
                    currency "EUR"
                    issuedOn "2026-01-01"
                    dueOn "2026-01-01"
                    status "open"
                    paidOn "2026-01-01"
                    """),
            EventType.PAYMENT_FAILED,
            fields("""
                    invoiceId "i"
                    reason "r"
                    """),
            EventType.TICKET,
            fields("""
                    ticketId "t"
                    openedAt "2026-01-01T00:00:00Z"
                    status "solved"
                    priority "high"
                    solvedAt "2026-01-01T00:00:00Z"
                    """),
            EventType.SURVEY,
            fields("""
                    userId "u"
                    kind "CES"
                    score 3
                    scale 7
                    comment "c"
                    """),
            EventType.MENTION,
            fields("""
                    network "n"
                    sentiment 0.5
                    url "l"
                    text "t"
                    """),
            EventType.PULSE,
            fields("""
                    opinion 3
                    author "a"
                    comment "c"
                    """),
            EventType.CONTRACT,
            fields("""
                    contractId "c"
                    kind "trial"
                    startsOn "2026-01-01"
                    endsOn "2026-12-31"
                    noticeDays 30
                    autoRenew true
                    lines [{"product":"p","annualAmount":1}]
                    currency "EUR"
                    status "active"
                    cancelledOn "2026-01-01"
                    renewalLines []
                    author "a"
                    """));

    // of these every other value is refused, or random ones hit none
    private static final Set<String> WORDS = Set.of(
            "champion",
            "internal",
            "deactivated",
            "autoRenew",
            "currency",
            "timeZone",
            "status",
            "priority",
            "kind",
            "scale");

    private static Map<String, String> fields(String lines) {
        return lines.lines()
                .map(line -> line.split(" ", 2))
                .collect(Collectors.toMap(field -> field[0], field -> field[1]));
    }

    static Stream<Arguments> fields() {
        return FIELDS.entrySet().stream()
                .flatMap(fact -> fact.getValue().keySet().stream().map(field -> Arguments.of(fact.getKey(), field)));
    }

    @Test
    void every_field_of_every_fact_is_among_them() {
        assertThat(FIELDS.keySet())
                .containsExactlyInAnyOrderElementsOf(
                        Examples.facts().map(EventType::of).toList());
        assertThat(Examples.facts())
                .allSatisfy(fact -> assertThat(FIELDS.getOrDefault(EventType.of(fact), Map.of())
                                .keySet())
                        .containsExactlyInAnyOrderElementsOf(
                                Stream.of(fact.getClass().getRecordComponents())
                                        .map(RecordComponent::getName)
                                        .filter(name -> !name.equals("occurrence"))
                                        .toList()));
    }

    @ParameterizedTest(name = "{0} {1}")
    @MethodSource("fields")
    void whatever_stands_in_a_field(EventType type, String field) {
        Random random = new Random(31L * type.ordinal() + field.hashCode());
        String usual = usual(type, field);
        long understood = IntStream.range(0, VALUES)
                .mapToObj(i -> value(random, type, field))
                .filter(value -> isUnderstoodAgain(type, field, value))
                .filter(value -> WORDS.contains(field) || !value.equals(usual))
                .count();

        assertThat(understood).as("values understood").isPositive();
    }

    private static String usual(EventType type, String field) {
        return FIELDS.getOrDefault(type, Map.of()).getOrDefault(field, "null");
    }

    @ParameterizedTest(name = "{0} {1} {2} {3}")
    @CsvSource(delimiter = '|', textBlock = """
            TICKET  | openedAt  | "1970-01-01T00:00:00+01:00"             | false
            TICKET  | openedAt  | "1969-12-31T23:00:00-01:00"             | true
            TICKET  | openedAt  | "1970-01-01T00:00:00Z"                  | true
            TICKET  | solvedAt  | "9999-12-31T23:59:59-05:00"             | false
            TICKET  | solvedAt  | "9999-12-31T23:59:59.999999999Z"        | true
            MENTION | sentiment | 0e-90                                   | true
            MENTION | sentiment | 0.5000000000000000000000000000000000001 | false
            USAGE   | quantity  | 1.50000000000000000000                  | true
            USAGE   | quantity  | 0.0000001                               | false
            """)
    void at_the_edges(EventType type, String field, String value, boolean isUnderstood) {
        assertThat(isUnderstoodAgain(type, field, value)).isEqualTo(isUnderstood);
    }

    /** False when it was not understood at all; fails when it was, and not again. */
    private static boolean isUnderstoodAgain(EventType type, String field, String value) {
        StringBuilder json = new StringBuilder("{");
        FIELDS.getOrDefault(type, Map.of())
                .forEach((name, usual) -> json.append(json.length() == 1 ? "" : ",")
                        .append("\"%s\":%s".formatted(name, name.equals(field) ? value : usual)));
        String document = json.append("}").toString();
        Envelope sent = new Envelope("1", "/test", type.typeName(), "acme", Examples.AT, document.getBytes(UTF_8));
        if (Codec.readFact(sent) instanceof Reading.Understood<Fact>(Fact fact)) {
            assertThat(Codec.readFact(Codec.write(fact, "/test")))
                    .as(document)
                    .isEqualTo(new Reading.Understood<>(fact));
            return true;
        }
        return false;
    }

    private static String value(Random random, EventType type, String field) {
        return switch (random.nextInt(6)) {
            case 0 -> quoted(instant(random));
            case 1 -> quoted(day(random));
            case 2, 3 -> number(random);
            case 4 -> quoted(text(random));
            default ->
                switch (field) {
                    case "traits" -> "{%s:%s}".formatted(quoted(text(random)), number(random));
                    case "lines", "renewalLines" ->
                        "[{\"product\":%s,\"annualAmount\":%s}]".formatted(quoted(text(random)), number(random));
                    default -> usual(type, field);
                };
        };
    }

    /** Near the first and the last year, with any offset, and in between. */
    private static String instant(Random random) {
        List<Instant> edges = List.of(
                Instant.EPOCH,
                Instant.parse("9999-12-31T23:59:59.999999999Z"),
                Instant.parse("2026-03-31T09:30:00.123456789Z"));
        ZoneOffset offset = ZoneOffset.ofTotalSeconds(random.nextInt(-18 * 3_600, 18 * 3_600));
        return edges.get(random.nextInt(edges.size()))
                .plusSeconds(random.nextInt(-100_000, 100_000))
                .atOffset(random.nextBoolean() ? ZoneOffset.UTC : offset)
                .toString();
    }

    private static String day(Random random) {
        List<String> edges = List.of("1900-01-01", "9999-12-31", "2024-02-29");
        return LocalDate.parse(edges.get(random.nextInt(edges.size())))
                .plusDays(random.nextInt(-2, 3))
                .toString();
    }

    private static String number(Random random) {
        if (random.nextInt(10) == 0) {
            return Integer.toString(random.nextInt(10));
        }
        String digits = random.nextInt(3) == 0 ? "0" : Long.toString(random.nextLong(1_000_000));
        BigDecimal number = new BigDecimal(digits).scaleByPowerOfTen(random.nextInt(-110, 20));
        String sign = random.nextBoolean() ? "-" : "";
        boolean plain = number.scale() < 60 && random.nextBoolean();
        return sign + (plain ? number.toPlainString() : digits + "e" + -number.scale());
    }

    /** Any characters of UTF-16, halves of pairs too, some of them many times. */
    private static String text(Random random) {
        int length = random.nextInt(10) == 0 ? random.nextInt(495, 505) : random.nextInt(1, 8);
        StringBuilder text = new StringBuilder();
        while (text.length() < length) {
            int most = random.nextBoolean() ? 0x80 : 0x11_0000;
            text.appendCodePoint(random.nextInt(most));
        }
        return text.toString();
    }

    private static String quoted(String text) {
        StringBuilder quoted = new StringBuilder("\"");
        text.chars().forEach(c -> quoted.append("\\u%04x".formatted(c)));
        return quoted.append('"').toString();
    }
}
