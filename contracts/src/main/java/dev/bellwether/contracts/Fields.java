package dev.bellwether.contracts;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * The fields of one JSON object, read by name and type. A field that is absent or null reads as null; one that is
 * wrong is noted as a problem and also reads as null, so that one pass finds every problem.
 */
final class Fields {

    static final Evidence NO_EVIDENCE = new Evidence(Map.of(), List.of());
    static final AccountSnapshot NO_ACCOUNT = new AccountSnapshot("", null, null, Band.UNKNOWN);
    static final Flag NO_FLAG = new Flag("", FlagKind.RED, Severity.INFO, Instant.EPOCH, "", NO_EVIDENCE);
    static final Term NO_TERM =
            new Term("", ContractKind.TRIAL, LocalDate.EPOCH, LocalDate.EPOCH, LocalDate.EPOCH, false, Map.of());

    private static final int TEXT_LIMIT = 500;
    private static final int LONG_TEXT_LIMIT = 20_000;
    private static final Instant FIRST_INSTANT = Instant.EPOCH;
    /** RFC 3339 knows no end of a second's digits, the parser does. */
    private static final Pattern TOO_FINE = Pattern.compile("(\\.\\d{9})\\d+");

    private static final Instant LAST_INSTANT = Instant.parse("9999-12-31T23:59:59.999999999Z");
    private static final BigDecimal MONEY_LIMIT = BigDecimal.valueOf(1_000_000_000_000_000L);
    private static final BigDecimal DECIMAL_LIMIT = BigDecimal.valueOf(1_000_000_000_000L);

    private final Map<String, Object> values;
    private final String pointer;
    private final List<Problem> problems;

    private Fields(Map<String, Object> values, String pointer, List<Problem> problems) {
        this.values = values;
        this.pointer = pointer;
        this.problems = problems;
    }

    static <T> Reading<T> document(byte[] json, Function<Fields, T> read) {
        return switch (JsonTree.object(json)) {
            case Reading.Refused<Map<String, Object>> refused -> new Reading.Refused<>(refused.problems());
            case Reading.Understood<Map<String, Object>>(var object) -> {
                List<Problem> problems = new ArrayList<>();
                T value = read.apply(new Fields(object, "", problems));
                yield problems.isEmpty() ? new Reading.Understood<>(value) : new Reading.Refused<>(problems);
            }
        };
    }

    boolean has(String name) {
        return values.containsKey(name);
    }

    /** The value, or a stand-in that is never used because the missing field refuses the document. */
    <T> T required(String name, @Nullable T value, T standIn) {
        if (value != null) {
            return value;
        }
        if (!has(name)) {
            problem(name, "is required");
        }
        return standIn;
    }

    String required(String name, @Nullable String value) {
        return required(name, value, "");
    }

    <T> T orElse(@Nullable T value, T otherwise) {
        return value == null ? otherwise : value;
    }

    @Nullable
    String text(String name) {
        return text(name, TEXT_LIMIT);
    }

    /** What something is known by. */
    @Nullable
    String id(String name) {
        return text(name, Attributes.LIMIT);
    }

    @Nullable
    String longText(String name) {
        return text(name, LONG_TEXT_LIMIT);
    }

    private @Nullable String text(String name, int limit) {
        return as(name, String.class, "must be text", (text, field) -> {
            if (text.isBlank()) {
                return problem(field, "must not be blank");
            }
            if (isLonger(text, limit)) {
                return problem(field, "must have at most " + limit + " characters");
            }
            return Storable.isStorable(text) ? text : problem(field, "must not hold a NUL or half a surrogate pair");
        });
    }

    /** Characters as JSON Schema counts them: one that needs two chars here is one. */
    private static boolean isLonger(String text, int limit) {
        return text.length() > limit && text.codePointCount(0, text.length()) > limit;
    }

    @Nullable
    Boolean flag(String name) {
        return as(name, Boolean.class, "must be true or false", (flag, field) -> flag);
    }

    @Nullable
    Integer integer(String name, int lowest, int highest) {
        String range = "must be a whole number from " + lowest + " to " + highest;
        BigDecimal value = whole(name, range);
        if (value == null) {
            return null;
        }
        boolean within =
                value.compareTo(BigDecimal.valueOf(lowest)) >= 0 && value.compareTo(BigDecimal.valueOf(highest)) <= 0;
        return within ? Integer.valueOf(value.intValue()) : problem(name, range);
    }

    /** An amount in minor units. */
    @Nullable
    Long money(String name) {
        BigDecimal value = whole(name, "must be a whole number of minor units (cents)");
        if (value == null) {
            return null;
        }
        return value.abs().compareTo(MONEY_LIMIT) <= 0
                ? Long.valueOf(value.longValue())
                : problem(name, "is too large");
    }

    @Nullable
    BigDecimal decimal(String name, int decimals) {
        return as(name, BigDecimal.class, "must be a number", (number, field) -> {
            if (magnitude(number) > 13 || number.abs().compareTo(DECIMAL_LIMIT) > 0) {
                return problem(field, "is too large");
            }
            // checked before stripping: 1e-999999999 must not be written out
            if (number.scale() > 100 || number.stripTrailingZeros().scale() > decimals) {
                return problem(field, "must have at most " + decimals + " decimals");
            }
            // as it is written: zeros behind add nothing, and with all of them it could be longer than what is read
            return number.setScale(Math.clamp(number.scale(), 0, decimals), RoundingMode.UNNECESSARY);
        });
    }

    @Nullable
    BigDecimal decimalWithin(String name, int lowest, int highest) {
        BigDecimal number = decimal(name, 18);
        if (number == null) {
            return null;
        }
        boolean within =
                number.compareTo(BigDecimal.valueOf(lowest)) >= 0 && number.compareTo(BigDecimal.valueOf(highest)) <= 0;
        return within ? number : problem(name, "must be between " + lowest + " and " + highest);
    }

    @Nullable
    LocalDate day(String name) {
        LocalDate day = parsed(name, LocalDate::parse, "must be a day like 2026-03-31");
        return day == null || Days.isUsable(day) ? day : problem(name, "must be of the years 1900 to 9999");
    }

    @Nullable
    Instant instant(String name) {
        return parsed(name, Fields::instantOf, "must be an instant like 2026-03-31T09:30:00Z");
    }

    /**
     * Years are kept to four digits: what lies beyond cannot be stored and was never meant. The year is that of UTC, in
     * which instants are written, whatever the offset.
     */
    static Instant instantOf(String text) {
        Instant instant =
                OffsetDateTime.parse(TOO_FINE.matcher(text).replaceFirst("$1")).toInstant();
        if (instant.isBefore(FIRST_INSTANT) || instant.isAfter(LAST_INSTANT)) {
            throw new DateTimeException("year out of range");
        }
        return instant;
    }

    @Nullable
    String currency(String name) {
        return parsed(name, Fields::currencyOf, "must be an ISO 4217 code like EUR");
    }

    private static String currencyOf(String text) {
        String code = text.toUpperCase(Locale.ROOT);
        if (!code.matches("[A-Z]{3}")) {
            throw new DateTimeException(code);
        }
        return code;
    }

    @Nullable
    String timeZone(String name) {
        return parsed(name, text -> ZoneId.of(text).getId(), "must be an IANA time zone like Europe/Berlin");
    }

    <E extends Enum<E> & Constant> @Nullable E oneOf(String name, Class<E> type) {
        return as(name, String.class, "must be text", (text, field) -> {
            E[] known = type.getEnumConstants();
            return Constant.read(known, text)
                    .orElseGet(() -> problem(
                            field,
                            "must be one of "
                                    + Arrays.stream(known).map(Constant::json).collect(Collectors.joining(", "))));
        });
    }

    <T> @Nullable T object(String name, Function<Fields, T> read) {
        return as(name, Map.class, "must be an object", (object, field) -> read.apply(child(object, field)));
    }

    <T> @Nullable List<T> objects(String name, Function<Fields, T> read) {
        return as(name, List.class, "must be a list", (list, field) -> {
            List<T> items = new ArrayList<>();
            for (Object item : (List<?>) list) {
                String place = field + "/" + items.size();
                if (!(item instanceof Map<?, ?> object)) {
                    return problem(place, "must be an object");
                }
                items.add(read.apply(child(object, place)));
            }
            return items;
        });
    }

    /** A list of texts; empty when absent. */
    List<String> list(String name) {
        List<String> texts = as(name, List.class, "must be a list", (list, field) -> {
            List<String> items = new ArrayList<>();
            for (Object item : (List<?>) list) {
                items.add(item.toString());
            }
            return items;
        });
        return orElse(texts, List.of());
    }

    /** An object of plain values, as text; empty when absent. */
    Map<String, String> texts(String name) {
        return each(name, (value, field) -> {
            if (value instanceof Map || value instanceof List) {
                return problem(field, "must be text, a number, true or false");
            }
            String text = value instanceof BigDecimal number && magnitude(number) <= 30 && number.scale() <= 30
                    ? number.toPlainString()
                    : value.toString();
            return !isLonger(text, TEXT_LIMIT) && Storable.isStorable(text)
                    ? text
                    : problem(
                            field,
                            "must have at most " + TEXT_LIMIT + " characters, no NUL and no half of a surrogate pair");
        });
    }

    Map<String, BigDecimal> decimals(String name) {
        return each(
                name,
                (value, field) -> value instanceof BigDecimal number ? number : problem(field, "must be a number"));
    }

    Map<String, Long> moneys(String name) {
        return each(
                name,
                (value, field) -> value instanceof BigDecimal number && isWhole(number)
                        ? Long.valueOf(number.longValue())
                        : problem(field, "must be a whole number"));
    }

    private <T> Map<String, T> each(String name, BiFunction<Object, String, @Nullable T> read) {
        Map<String, T> result = new LinkedHashMap<>();
        as(name, Map.class, "must be an object", (object, field) -> {
            ((Map<?, ?>) object).forEach((key, value) -> {
                T item = Storable.isStorable(key.toString())
                        ? read.apply(value, field + "/" + key)
                        : problem(field, "has a name that holds a NUL or half a surrogate pair");
                if (item != null) {
                    result.put(key.toString(), item);
                }
            });
            return result;
        });
        return result;
    }

    private <T> @Nullable T parsed(String name, Function<String, T> parse, String expectation) {
        return as(name, String.class, expectation, (text, field) -> {
            try {
                return parse.apply(text);
            } catch (DateTimeException e) {
                return problem(field, expectation);
            }
        });
    }

    private @Nullable BigDecimal whole(String name, String expectation) {
        return as(
                name,
                BigDecimal.class,
                expectation,
                (number, field) -> isWhole(number) ? number : problem(field, expectation));
    }

    private <V, T> @Nullable T as(
            String name, Class<V> type, String expectation, BiFunction<V, String, @Nullable T> read) {
        Object value = values.get(name);
        if (value == null) {
            return null;
        }
        return type.isInstance(value) ? read.apply(type.cast(value), name) : problem(name, expectation);
    }

    @SuppressWarnings("unchecked") // JsonTree makes maps of text to values only
    private Fields child(Map<?, ?> object, String field) {
        return new Fields((Map<String, Object>) object, pointer + "/" + field, problems);
    }

    /** Notes what is wrong with a field and reads it as absent. */
    <T> @Nullable T problem(String field, String detail) {
        problems.add(new Problem(pointer + "/" + field, detail));
        return null;
    }

    private static boolean isWhole(BigDecimal number) {
        return magnitude(number) <= 18
                && number.scale() <= 100
                && number.stripTrailingZeros().scale() <= 0;
    }

    /** Digits before the decimal point; asked before anything that would write them out. */
    private static long magnitude(BigDecimal number) {
        return (long) number.precision() - number.scale();
    }
}
