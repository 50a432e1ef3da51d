package dev.bellwether.ingest.body;

import dev.bellwether.ingest.IngestSettings;
import io.quarkus.vertx.http.runtime.filters.Filters;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.util.regex.Pattern;

/**
 * Closes the connection of whoever sends a body slower than anybody would who means it. Imports may take as long as they
 * like while they get on: the server ends those that bring no byte for its read timeout, which does not run while nobody
 * reads.
 */
@Singleton
class Slowness {

    /** Before whatever looks at the body. */
    private static final int FIRST = 300;

    private static final Pattern IMPORT = Pattern.compile("/v1/import/[a-z]+/?");

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
        if (!context.request().isEnded() && bringsBody(context.request()) && !isImport(context)) {
            long timer = vertx.setTimer(most, late -> {
                if (!context.request().isEnded()) {
                    context.request().connection().close();
                }
            });
            context.addEndHandler(end -> vertx.cancelTimer(timer));
        }
        context.next();
    }

    /** Who asks for something may wait for it: that his request has ended the server notes only with the answer. */
    private static boolean bringsBody(HttpServerRequest request) {
        return !request.method().equals(HttpMethod.GET)
                || request.headers().contains(HttpHeaders.CONTENT_LENGTH)
                || request.headers().contains(HttpHeaders.TRANSFER_ENCODING);
    }

    private static boolean isImport(RoutingContext context) {
        return IMPORT.matcher(context.request().path()).matches();
    }
}
