package dev.bellwether.console.door;

import dev.bellwether.console.ConsoleMetrics;
import dev.bellwether.console.ConsoleMetrics.Entry;
import io.quarkus.vertx.http.runtime.filters.Filters;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.Objects;

/** Refuses forms that another site's page sends in the name of who is logged in here. */
@ApplicationScoped
class ForeignSites {

    // above 200, at which the login form is read
    private static final int BEFORE_LOGIN = 300;
    private static final int FORBIDDEN = 403;

    private final ConsoleMetrics metrics;

    ForeignSites(ConsoleMetrics metrics) {
        this.metrics = metrics;
    }

    void register(@Observes Filters filters) {
        filters.register(this::pass, BEFORE_LOGIN);
    }

    private void pass(RoutingContext context) {
        if (origin(context.request()).mayChange()) {
            context.next();
            return;
        }
        metrics.entered(Entry.FOREIGN_SITE);
        context.response().setStatusCode(FORBIDDEN).end("This form came from another site.");
    }

    private static RequestOrigin origin(HttpServerRequest request) {
        return new RequestOrigin(
                request.method().name(),
                request.authority() == null ? "" : request.authority().toString(),
                Objects.requireNonNullElse(request.getHeader("Origin"), ""),
                Objects.requireNonNullElse(request.getHeader("Sec-Fetch-Site"), ""));
    }
}
