package dev.bellwether.benchmarks.streams;

import java.nio.ByteBuffer;

/**
 * The state of an account: weekly users and, for each of the last 32 days, users and quantity. Bytes as the store keeps
 * them, so that an update changes numbers in place and nothing is made anew. Layout: weekly users, users of
 * 32 days, quantities of 32 days, users times days, uses.
 */
record Totals(ByteBuffer bytes) {

    private static final int DAYS = 32;
    private static final int WEEKLY_USERS = 0;
    private static final int USERS = Integer.BYTES;
    private static final int QUANTITIES = USERS + DAYS * Integer.BYTES;
    private static final int USER_DAYS = QUANTITIES + DAYS * Long.BYTES;
    private static final int USES = USER_DAYS + Long.BYTES;
    private static final int SIZE = USES + Long.BYTES;

    static Totals none() {
        return new Totals(ByteBuffer.allocate(SIZE));
    }

    /** With one more use. */
    Totals with(Seen seen) {
        int slot = (int) (seen.day() % DAYS);
        add(QUANTITIES + slot * Long.BYTES, seen.quantity());
        add(USES, seen.quantity());
        if (seen.newThatDay()) {
            int at = USERS + slot * Integer.BYTES;
            bytes.putInt(at, bytes.getInt(at) + 1);
            add(USER_DAYS, 1);
        }
        if (seen.newThatWeek()) {
            bytes.putInt(WEEKLY_USERS, bytes.getInt(WEEKLY_USERS) + 1);
        }
        return this;
    }

    private void add(int at, long more) {
        bytes.putLong(at, bytes.getLong(at) + more);
    }

    int weeklyUsers() {
        return bytes.getInt(WEEKLY_USERS);
    }

    long userDays() {
        return bytes.getLong(USER_DAYS);
    }

    long uses() {
        return bytes.getLong(USES);
    }
}
