package dev.bellwether.ingest.body;

import dev.bellwether.ingest.IngestSettings;
import io.quarkus.vertx.http.runtime.filters.Filters;
import io.vertx.core.Vertx;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;

/** Closes the connection of whoever sends a body slower than anybody would who means it. */
@Singleton
class Slowness {

    /** Before whatever looks at the body. */
    private static final int FIRST = 300;

    private final Vertx vertx;
    private final long most;

    Slowness(Vertx vertx, IngestSettings settings) {
        this.vertx = vertx;
        this.most = settings.limits().bodyWithin().toMillis();
    }

    void register(@Observes Filters filters) {
        filters.register(this::watch, FIRST);
    }

    private void watch(RoutingContext context) {
        if (!context.request().isEnded()) {
            long timer = vertx.setTimer(most, late -> {
                if (!context.request().isEnded()) {
                    context.request().connection().close();
                }
            });
            context.addEndHandler(end -> vertx.cancelTimer(timer));
        }
        context.next();
    }
}
