package dev.bellwether.benchmarks.crowd;

import dev.bellwether.benchmarks.health.Dice;
import dev.bellwether.benchmarks.health.Usage;
import dev.bellwether.benchmarks.health.Use;

/**
 * Usage of an account all of whose users were active yesterday: 99 in 100 events repeat that of some user, by chance
 * among all, and one shows a user on a day on which they were not yet seen, whatever the size of the account.
 *
 * @param crowd whose usage
 * @param round from 0; each has events and new days of its own
 * @param events how many
 */
record CrowdStretch(Crowd crowd, int round, int events) implements Usage {

    private static final int ONE_IN = 100;

    /** As many days back as both the engine's memory and the expectation reach. */
    private static final int DAYS = 60;

    @Override
    public Use use(int number) {
        int unique = crowd.users() + round * events + number;
        int user = Dice.below(crowd.users(), unique);
        if (number % ONE_IN != 0) {
            return crowd.use(unique, user, 1);
        }
        int pair = (round * events + number) / ONE_IN;
        // a step without a common divisor with any round number of users meets each of them once before any twice
        int shown = (int) (pair * 7_919L % crowd.users());
        return crowd.use(unique, shown, 2 + pair / Crowd.SMALL % DAYS);
    }
}
