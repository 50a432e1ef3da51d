package dev.bellwether.health.store;

import dev.bellwether.contracts.Envelope;
import dev.bellwether.contracts.Problem;
import dev.bellwether.health.HealthMetrics;
import dev.bellwether.messaging.SaidOnce;
import io.vertx.mutiny.sqlclient.Row;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.stream.Collectors;
import org.jboss.logging.Logger;

/**
 * Stored facts and flags that this version cannot read, though another one wrote them: each is counted whenever its account
 * is read from the database, and told once.
 */
@Singleton
class Unreadable {

    private static final Logger LOG = Logger.getLogger(Unreadable.class);

    private final HealthMetrics metrics;
    private final SaidOnce told = new SaidOnce();

    Unreadable(HealthMetrics metrics) {
        this.metrics = metrics;
    }

    /** The fact is passed over. */
    void fact(Envelope fact, List<Problem> problems) {
        metrics.factPassedOver();
        if (told.isNew(fact.subject() + " " + fact.id())) {
            LOG.errorf(
                    "a stored fact cannot be read and is passed over: account=%s event=%s type=%s problems=%s",
                    fact.subject(),
                    fact.id(),
                    fact.type(),
                    problems.stream().map(Problem::text).collect(Collectors.joining("; ")));
        }
    }

    /** The flag is passed over when it is its kind that cannot be read; otherwise it goes without that. */
    void flag(Row flag, String column) {
        metrics.flagUnreadable();
        if (told.isNew(flag.getString("flag_id"))) {
            LOG.errorf(
                    "of a stored flag the %s cannot be read: account=%s flag=%s kind=%s severity=%s",
                    column,
                    flag.getString("account_id"),
                    flag.getString("flag_id"),
                    flag.getString("kind"),
                    flag.getString("severity"));
        }
    }
}
