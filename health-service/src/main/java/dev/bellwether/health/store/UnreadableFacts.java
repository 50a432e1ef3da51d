package dev.bellwether.health.store;

import dev.bellwether.contracts.Envelope;
import dev.bellwether.contracts.Problem;
import dev.bellwether.health.HealthMetrics;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import org.jboss.logging.Logger;

/**
 * Stored facts that this version cannot read, though an earlier one understood them: each is counted whenever its account
 * is read from the database, and told once.
 */
@Singleton
class UnreadableFacts {

    private static final Logger LOG = Logger.getLogger(UnreadableFacts.class);

    // whoever has more of them knows by then
    private static final int MOST_TOLD = 1_000;

    private final HealthMetrics metrics;
    private final Set<String> told = ConcurrentHashMap.newKeySet();

    UnreadableFacts(HealthMetrics metrics) {
        this.metrics = metrics;
    }

    void passOver(Envelope fact, List<Problem> problems) {
        metrics.factPassedOver();
        if (told.size() < MOST_TOLD && told.add(fact.subject() + " " + fact.id())) {
            LOG.errorf(
                    "a stored fact cannot be read and is passed over: account=%s event=%s type=%s problems=%s",
                    fact.subject(),
                    fact.id(),
                    fact.type(),
                    problems.stream().map(Problem::text).collect(Collectors.joining("; ")));
        }
    }
}
