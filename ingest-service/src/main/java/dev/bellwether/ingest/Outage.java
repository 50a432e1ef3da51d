package dev.bellwether.ingest;

import dev.bellwether.contracts.Problem;
import dev.bellwether.ingest.account.StoreUnavailable;
import dev.bellwether.ingest.publish.Unpublished;
import dev.bellwether.ingest.verdict.Reason;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.CompletionException;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicLong;
import org.jboss.logging.Logger;

/**
 * Tells the log when the doors can keep nothing because Kafka or PostgreSQL is away, and when they can again: once each, not
 * once a request. That there are too many at once is no outage, and is said now and then.
 */
@Singleton
public class Outage {

    private static final Logger LOG = Logger.getLogger(Outage.class);

    private static final long NOW_AND_THEN = Duration.ofMinutes(1).toNanos();

    private static final String NOTHING_LOST = "nothing was lost: the events were not accepted; try again soon";

    private final Map<Of, AtomicBoolean> lasting =
            Map.of(Of.KAFKA, new AtomicBoolean(), Of.DATABASE, new AtomicBoolean());

    /** Of {@link System#nanoTime}. */
    private final AtomicLong crowdSaid = new AtomicLong(System.nanoTime() - NOW_AND_THEN);

    /** What may be away, each by itself. */
    public enum Of {
        KAFKA("Kafka"),
        DATABASE("PostgreSQL");

        private final String name;

        Of(String name) {
            this.name = name;
        }
    }

    /**
     * What a request is answered that is put off.
     *
     * @param detail what a client may know of it
     */
    public record Excuse(Reason reason, String detail) {

        public List<Problem> problems() {
            return List.of(new Problem("", detail));
        }
    }

    /** Notes the failure and says what to answer. */
    public Excuse excuse(Throwable failure) {
        if (failure instanceof StoreUnavailable store && store.isCrowded()) {
            sayCrowded();
            return new Excuse(Reason.CROWDED, NOTHING_LOST);
        }
        Of away = failure instanceof Unpublished ? Of.KAFKA : Of.DATABASE;
        if (lasting(away).compareAndSet(false, true)) {
            LOG.errorf(failure, "what needs %s is answered 503 until it answers again", away.name);
        }
        return new Excuse(Reason.UNAVAILABLE, NOTHING_LOST);
    }

    private void sayCrowded() {
        long now = System.nanoTime();
        long last = crowdSaid.get();
        if (now - last >= NOW_AND_THEN && crowdSaid.compareAndSet(last, now)) {
            LOG.warn("more requests need PostgreSQL than it can answer in time; the last are answered 503");
        }
    }

    /** Notes that it did what was asked. */
    public void over(Of away) {
        AtomicBoolean one = lasting(away);
        if (one.get() && one.compareAndSet(true, false)) {
            LOG.infof("%s answers again", away.name);
        }
    }

    private AtomicBoolean lasting(Of away) {
        return Objects.requireNonNull(lasting.get(away));
    }

    /** What went wrong, without what futures wrap around it. */
    public static Throwable cause(Throwable failure) {
        return failure instanceof CompletionException && failure.getCause() != null ? failure.getCause() : failure;
    }
}
