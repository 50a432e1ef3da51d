package dev.bellwether.ingest.body;

import dev.bellwether.ingest.IngestSettings;
import dev.bellwether.ingest.publish.InFlight;
import io.vertx.ext.web.RoutingContext;
import jakarta.inject.Singleton;
import java.util.concurrent.CompletableFuture;

/**
 * Receives the bodies of the doors. One that says how long it is takes its room before it is read, another takes it as it
 * comes; while it comes a small one needs none: as many as there may be connections are little.
 */
@Singleton
public class Bodies {

    private final InFlight inFlight;
    private final int limit;

    Bodies(InFlight inFlight, IngestSettings settings) {
        this.inFlight = inFlight;
        this.limit = settings.limits().bodyBytes();
    }

    /**
     * The body once it is there, on the event loop; never, when the connection ends before. To be called there too, once,
     * where nothing else reads the request.
     */
    public CompletableFuture<Arrived> of(RoutingContext context) {
        return new Arrival(context, inFlight.begin(), limit).begin();
    }
}
