package dev.bellwether.benchmarks.health;

import java.util.BitSet;
import java.util.List;
import java.util.stream.IntStream;

/**
 * What must be in the database when a workload is committed, counted the plain way.
 *
 * @param userDays pairs of a user and a day on which they were active
 * @param uses events of each account
 * @param wau users of each account in the 7 days up to today
 */
record Expectation(long userDays, List<Integer> uses, List<Integer> wau) {

    private static final int WEEK = 7;

    Expectation {
        uses = List.copyOf(uses);
        wau = List.copyOf(wau);
    }

    static Expectation of(Workload workload) {
        int users = workload.usersPerAccount();
        // today itself has no events, so a week reaches back six days of the workload
        int weekBegins = Workload.DAYS - (WEEK - 1);
        BitSet seen = new BitSet();
        BitSet seenThisWeek = new BitSet();
        int[] uses = new int[Workload.ACCOUNTS];
        for (int i = 0; i < workload.events(); i++) {
            Use use = workload.use(i);
            int person = use.account() * users + use.user();
            seen.set(person * Workload.DAYS + use.day());
            if (use.day() >= weekBegins) {
                seenThisWeek.set(person);
            }
            uses[use.account()]++;
        }
        return new Expectation(
                seen.cardinality(),
                IntStream.of(uses).boxed().toList(),
                IntStream.range(0, Workload.ACCOUNTS)
                        .map(account -> seenThisWeek
                                .get(account * users, (account + 1) * users)
                                .cardinality())
                        .boxed()
                        .toList());
    }
}
