package dev.bellwether.ingest;

import jakarta.inject.Singleton;
import java.util.concurrent.CompletionException;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jboss.logging.Logger;

/** Tells the log when the doors can keep nothing, and when they can again: once each, not once a request. */
@Singleton
public class Outage {

    private static final Logger LOG = Logger.getLogger(Outage.class);

    private final AtomicBoolean lasting = new AtomicBoolean();

    /** Notes the failure and says what a client may know of it. */
    public String explain(Throwable failure) {
        if (lasting.compareAndSet(false, true)) {
            LOG.error("events cannot be kept; requests are answered 503 until they can", failure);
        }
        return "nothing was lost: the events were not accepted; try again soon";
    }

    /** What went wrong, without what futures wrap around it. */
    public static Throwable cause(Throwable failure) {
        return failure instanceof CompletionException && failure.getCause() != null ? failure.getCause() : failure;
    }

    /** Notes that events are kept. */
    public void over() {
        if (lasting.get() && lasting.compareAndSet(true, false)) {
            LOG.info("events are kept again");
        }
    }
}
