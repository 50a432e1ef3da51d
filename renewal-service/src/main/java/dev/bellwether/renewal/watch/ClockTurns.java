package dev.bellwether.renewal.watch;

import dev.bellwether.renewal.account.Notes;
import dev.bellwether.renewal.account.Transactions;
import dev.bellwether.renewal.forecast.Snapshots;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.time.Instant;

/**
 * Sees to it that a clock that was ahead, and was put back, leaves no account waiting for a date that was taken from a
 * day that had not come, and no forecast of such a day in the way of its own. What was told then is noted, and not told again; what was
 * passed over or counted then is looked at anew.
 */
@ApplicationScoped
class ClockTurns {

    /** Clocks of several instances differ by less. */
    private static final Duration ALLOWED = Duration.ofMinutes(1);

    private final Transactions transactions;
    private final Notes notes;
    private final Snapshots snapshots;

    ClockTurns(Transactions transactions, Notes notes, Snapshots snapshots) {
        this.transactions = transactions;
        this.notes = notes;
        this.snapshots = snapshots;
    }

    /** Makes those due that were last looked at later than now. */
    void mend(Instant now) {
        Instant later = now.plus(ALLOWED);
        transactions.run(session -> notes.wake(session, later, now).chain(() -> snapshots.doubt(session, later)));
    }
}
