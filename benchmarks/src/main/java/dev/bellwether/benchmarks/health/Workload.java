package dev.bellwether.benchmarks.health;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;

/**
 * A month of usage in the order in which it happened, the same for the same size and day: each user is active on one day
 * and uses the product about 30 times on it, so that one event in thirty shows a user who was not yet seen that day.
 *
 * @param events how many there are
 * @param today the day after the last event
 */
public record Workload(int events, LocalDate today) implements Usage {

    public static final int ACCOUNTS = 1_000;
    static final int DAYS = 30;
    static final int FEATURES = 6;

    private static final int USES_A_DAY = 30;
    private static final long DAY_MILLIS = 86_400_000;

    /** How many users each account has. */
    public int usersPerAccount() {
        return Math.max(1, events / USES_A_DAY / ACCOUNTS);
    }

    @Override
    public Use use(int number) {
        int day = (int) ((long) number * DAYS / events);
        int account = (int) Long.remainderUnsigned(Dice.of(number), ACCOUNTS);
        long dice = Dice.of(~number) >>> 1;
        return new Use(number, account, user(account, day, dice), (int) ((dice >>> 20) % FEATURES), at(number));
    }

    /** The day of this number, from 0, the oldest. */
    LocalDate date(int day) {
        return today.minusDays(DAYS - (long) day);
    }

    /** On each day it is the turn of every thirtieth user of the account. */
    private int user(int account, int day, long dice) {
        int first = (account + day) % DAYS;
        int users = usersPerAccount();
        if (first >= users) {
            return first % users;
        }
        int turns = (users - 1 - first) / DAYS + 1;
        return first + DAYS * (int) (dice % turns);
    }

    private Instant at(int number) {
        long begin = date(0).atStartOfDay().toInstant(ZoneOffset.UTC).toEpochMilli();
        return Instant.ofEpochMilli(begin + (long) ((double) number / events * DAYS * DAY_MILLIS));
    }
}
