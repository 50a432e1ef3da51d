package dev.bellwether.local.replay;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.util.Currency;
import java.util.Map;

/** One line of a CSV file, its values by column; everything it cannot give is said with file and line. */
record Row(String file, long line, Map<String, String> values) {

    Row {
        values = Map.copyOf(values);
    }

    boolean has(String column) {
        return !values.getOrDefault(column, "").isEmpty();
    }

    String text(String column) throws UnreadableData {
        if (!has(column)) {
            throw unreadable(column, "is missing");
        }
        return values.getOrDefault(column, "");
    }

    boolean flag(String column) throws UnreadableData {
        return switch (text(column)) {
            case "True", "true", "1" -> true;
            case "False", "false", "0" -> false;
            default -> throw unreadable(column, "is neither True nor False: " + text(column));
        };
    }

    int integer(String column) throws UnreadableData {
        try {
            return new BigDecimal(text(column)).intValueExact();
        } catch (ArithmeticException | NumberFormatException e) {
            throw unreadable(column, "is not a whole number: " + text(column));
        }
    }

    LocalDate day(String column) throws UnreadableData {
        try {
            return LocalDate.parse(text(column));
        } catch (DateTimeException e) {
            throw unreadable(column, "is not a day like 2026-03-31: " + text(column));
        }
    }

    /** That hour of a day, UTC. */
    Instant at(String column, int hour) throws UnreadableData {
        return day(column).atTime(LocalTime.of(hour, 0)).toInstant(ZoneOffset.UTC);
    }

    /** A time of the form {@code 2026-03-31 10:15:30}, with or without a fraction, UTC. */
    Instant instant(String column) throws UnreadableData {
        try {
            return Instant.parse(text(column).replace(' ', 'T') + "Z");
        } catch (DateTimeException e) {
            throw unreadable(column, "is not a time like 2026-03-31 10:15:30: " + text(column));
        }
    }

    /** A decimal amount, a number of times, in the minor units of a currency, rounded half up. */
    long minorUnits(String column, String currency, int times) throws UnreadableData {
        try {
            int digits = Currency.getInstance(currency).getDefaultFractionDigits();
            return new BigDecimal(text(column))
                    .multiply(BigDecimal.valueOf(times))
                    .movePointRight(digits)
                    .setScale(0, RoundingMode.HALF_UP)
                    .longValueExact();
        } catch (NumberFormatException | ArithmeticException e) {
            throw unreadable(column, "is not an amount: " + text(column));
        } catch (IllegalArgumentException e) {
            throw unreadable(column, "is in a currency that is none: " + currency);
        }
    }

    UnreadableData unreadable(String column, String what) {
        return new UnreadableData(file + " line " + line + ": " + column + " " + what);
    }
}
