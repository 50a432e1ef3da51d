package dev.bellwether.renewal.watch;

import dev.bellwether.renewal.account.Notes;
import dev.bellwether.renewal.account.Transactions;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.time.Instant;

/**
 * Sees to it that a clock that was ahead, and was put back, leaves no account waiting for a date that was taken from a
 * day that had not come. What was told then is noted, and not told again.
 */
@ApplicationScoped
class ClockTurns {

    /** Clocks of several instances differ by less. */
    private static final Duration ALLOWED = Duration.ofMinutes(1);

    private final Transactions transactions;
    private final Notes notes;

    ClockTurns(Transactions transactions, Notes notes) {
        this.transactions = transactions;
        this.notes = notes;
    }

    /** Makes those due that were last looked at later than now. */
    void mend(Instant now) {
        transactions.run(session -> notes.wake(session, now.plus(ALLOWED), now));
    }
}
