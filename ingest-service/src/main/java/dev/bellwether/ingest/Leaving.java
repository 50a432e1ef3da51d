package dev.bellwether.ingest;

import dev.bellwether.contracts.Problem;
import dev.bellwether.ingest.verdict.Reason;
import io.quarkus.runtime.ShutdownDelayInitiatedEvent;
import io.quarkus.vertx.http.runtime.filters.Filters;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;

/**
 * Takes nothing new in once the process was told to stop. The server waits for what it has taken in before, but it would go
 * on taking in while it waits, and cut off what is under way when it then closes.
 */
@Singleton
class Leaving {

    /** Before everything else. */
    private static final int FIRST = 400;

    private static final HttpProblem GOING = HttpProblem.of(
            Reason.UNAVAILABLE,
            new Problem("", "this instance is being stopped; nothing was accepted: try again soon"));

    private volatile boolean leaving;

    void begin(@Observes ShutdownDelayInitiatedEvent told) {
        leaving = true;
    }

    void register(@Observes Filters filters) {
        filters.register(this::look, FIRST);
    }

    /** What operators ask for is answered to the end. */
    private void look(RoutingContext context) {
        if (leaving && !String.valueOf(context.request().path()).startsWith("/q/")) {
            HttpProblem.answer(context.response(), Reason.UNAVAILABLE, GOING.status(), GOING);
        } else {
            context.next();
        }
    }
}
