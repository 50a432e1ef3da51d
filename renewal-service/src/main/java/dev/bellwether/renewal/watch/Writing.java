package dev.bellwether.renewal.watch;

import dev.bellwether.contracts.ContractChanged;
import dev.bellwether.messaging.outbox.Outbox;
import dev.bellwether.renewal.RenewalMetrics;
import dev.bellwether.renewal.account.Word;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.List;
import org.hibernate.FlushMode;
import org.hibernate.reactive.mutiny.Mutiny;

/**
 * Takes in what people write here as if it had come by Kafka, and publishes it there: in the caller's transaction, so
 * that all services learn of it or none. When it comes back it is a repeat.
 */
@ApplicationScoped
public class Writing {

    private final Watch watch;
    private final Outbox outbox;
    private final RenewalMetrics metrics;

    Writing(Watch watch, Outbox outbox, RenewalMetrics metrics) {
        this.watch = watch;
        this.outbox = outbox;
        this.metrics = metrics;
    }

    /** Notes a version of a contract, and looks at its account. */
    public Uni<Void> write(Mutiny.Session session, ContractChanged version, Instant now) {
        session.setFlushMode(FlushMode.COMMIT);
        return watch.take(session, List.of(new Word.OfContract(version)), now)
                .invoke(looks -> looks.forEach(look -> metrics.reviewed(look.review())))
                .chain(() -> outbox.add(session, List.of(version)));
    }
}
