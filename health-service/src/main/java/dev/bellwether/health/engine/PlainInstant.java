package dev.bellwether.health.engine;

import java.time.Instant;
import java.time.Year;
import org.jspecify.annotations.Nullable;

/** Instants as machines write them, {@code 2026-03-31T09:30:00.123Z}, read from their bytes. */
final class PlainInstant {

    private static final int SECONDS_END = 19;
    private static final int SECONDS_A_DAY = 86_400;
    private static final int NANO_DIGITS = 9;
    private static final int NANOS_A_MICRO = 1_000;
    private static final int[] MONTHS = {31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31};

    private PlainInstant() {}

    /** The instant, to the microsecond as all occurrences are; null when it is written in any other way, which need not be wrong. */
    static @Nullable Instant read(byte[] text) {
        int length = text.length;
        if (length <= SECONDS_END
                || text[length - 1] != 'Z'
                || text[4] != '-'
                || text[7] != '-'
                || text[10] != 'T'
                || text[13] != ':'
                || text[16] != ':') {
            return null;
        }
        int year = number(text, 0, 4);
        int month = number(text, 5, 7);
        int day = number(text, 8, 10);
        int hour = number(text, 11, 13);
        int minute = number(text, 14, 16);
        int second = number(text, 17, SECONDS_END);
        int nanos = nanos(text, length - 1);
        // the years on the edge of what is valid are left to others
        if (year < 1971 || year > 9998 || month < 1 || month > 12 || day < 1 || day > daysOf(year, month)) {
            return null;
        }
        if (hour < 0 || hour > 23 || minute < 0 || minute > 59 || second < 0 || second > 59 || nanos < 0) {
            return null;
        }
        long seconds = epochDay(year, month, day) * SECONDS_A_DAY + hour * 3_600L + minute * 60L + second;
        return Instant.ofEpochSecond(seconds, nanos - nanos % NANOS_A_MICRO);
    }

    private static int daysOf(int year, int month) {
        return month == 2 && Year.isLeap(year) ? 29 : MONTHS[month - 1];
    }

    /** Days since 1970-01-01 of the Gregorian calendar, with the year beginning in March so that leap days end it. */
    private static long epochDay(int year, int month, int day) {
        int shifted = month > 2 ? year : year - 1;
        int era = shifted / 400;
        int yearOfEra = shifted - era * 400;
        int dayOfYear = (153 * (month > 2 ? month - 3 : month + 9) + 2) / 5 + day - 1;
        int dayOfEra = yearOfEra * 365 + yearOfEra / 4 - yearOfEra / 100 + dayOfYear;
        return era * 146_097L + dayOfEra - 719_468;
    }

    /** The fraction of a second before the end; 0 when there is none, negative when it is no fraction. */
    private static int nanos(byte[] text, int end) {
        if (end == SECONDS_END) {
            return 0;
        }
        int digits = end - SECONDS_END - 1;
        if (text[SECONDS_END] != '.' || digits < 1 || digits > NANO_DIGITS) {
            return -1;
        }
        int nanos = number(text, SECONDS_END + 1, end);
        for (int i = digits; i < NANO_DIGITS; i++) {
            nanos *= 10;
        }
        return nanos;
    }

    /** The whole number written there; negative when there is anything but digits. */
    private static int number(byte[] text, int from, int to) {
        int number = 0;
        for (int i = from; i < to; i++) {
            int digit = text[i] - '0';
            if (digit < 0 || digit > 9) {
                return -1;
            }
            number = number * 10 + digit;
        }
        return number;
    }
}
