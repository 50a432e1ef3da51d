package dev.bellwether.health.score.figure;

import dev.bellwether.health.score.memory.AccountMemory;
import dev.bellwether.health.score.memory.Activity;
import dev.bellwether.health.score.memory.Known;
import it.unimi.dsi.fastutil.longs.LongSet;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.OptionalLong;
import java.util.stream.LongStream;
import org.jspecify.annotations.Nullable;

/**
 * How the product is used, as of a day; internal users are left out of everything.
 *
 * @param dau users on the day
 * @param wau users in 7 days
 * @param mau users in 28 days
 * @param stickiness mean of the daily users of 28 days ÷ mau
 * @param earlierWaus wau one, two, three and four weeks before, as far as the account was in use then
 * @param baseline median of the earlier waus, when there are at least two
 * @param trend wau ÷ baseline
 * @param seatUtilisation mau ÷ seats; may exceed 1
 * @param daysInactive days since the last use; null when there never was one
 * @param activeDaysBefore days in use within the 28 days that end with the last use
 * @param volume7 sum of the quantities of 7 days
 * @param features28 different features in 28 days
 */
public record UsageFigures(
        int dau,
        int wau,
        int mau,
        @Nullable Double stickiness,
        List<Integer> earlierWaus,
        @Nullable Double baseline,
        @Nullable Double trend,
        @Nullable Integer seats,
        @Nullable Double seatUtilisation,
        @Nullable Integer daysInactive,
        int activeDaysBefore,
        BigDecimal volume7,
        int features28) {

    private static final int WEEK = 7;
    private static final int MONTH = 28;
    private static final int WEEKS_COMPARED = 4;

    public UsageFigures {
        earlierWaus = List.copyOf(earlierWaus);
    }

    /** Prepares for figures as of each day of a span, so that a large account's users are counted once and not a day. */
    static void foresee(AccountMemory memory, LocalDate from, LocalDate to) {
        long first = from.toEpochDay();
        long last = to.toEpochDay();
        memory.users().foresee(WEEK, first - (long) WEEK * WEEKS_COMPARED, last);
        memory.users().foresee(MONTH, first, last);
    }

    static UsageFigures asOf(AccountMemory memory, Known known) {
        long day = known.day().toEpochDay();
        LongSet internal = known.internal();
        Activity users = memory.users();
        int wau = users.distinct(day - WEEK + 1, day, internal);
        int mau = users.distinct(day - MONTH + 1, day, internal);
        List<Integer> earlierWaus = earlierWaus(users, internal, day);
        Double baseline = Median.of(earlierWaus);
        Integer seats = known.profile().seats();
        OptionalLong last = users.lastDay(day, internal);
        return new UsageFigures(
                (int) users.keyDays(day, day, internal),
                wau,
                mau,
                mau == 0 ? null : users.keyDays(day - MONTH + 1, day, internal) / ((double) MONTH * mau),
                earlierWaus,
                baseline,
                baseline == null || baseline == 0 ? null : wau / baseline,
                seats,
                seats == null || seats == 0 ? null : mau / (double) seats,
                last.isEmpty() ? null : (int) (day - last.getAsLong()),
                last.isEmpty() ? 0 : users.activeDays(last.getAsLong() - MONTH + 1, last.getAsLong(), internal),
                memory.volume(day - WEEK + 1, day, internal),
                memory.features(day - MONTH + 1, day, internal));
    }

    /** Only weeks that lie wholly on or after the first use: a week cut short would look like little use. */
    private static List<Integer> earlierWaus(Activity users, LongSet internal, long day) {
        OptionalLong firstUse = users.firstDay(day, internal);
        if (firstUse.isEmpty()) {
            return List.of();
        }
        return LongStream.rangeClosed(1, WEEKS_COMPARED)
                .map(weeksAgo -> day - WEEK * weeksAgo)
                .filter(end -> end - WEEK + 1 >= firstUse.getAsLong())
                .mapToObj(end -> users.distinct(end - WEEK + 1, end, internal))
                .toList();
    }
}
