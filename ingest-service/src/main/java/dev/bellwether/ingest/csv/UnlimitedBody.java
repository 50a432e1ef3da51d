package dev.bellwether.ingest.csv;

import io.quarkus.vertx.http.runtime.filters.Filters;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.HttpVersion;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.util.regex.Pattern;
import org.jboss.resteasy.reactive.server.vertx.VertxInputStream;

/**
 * Takes imports out of the server's limit of a body: they are never held whole. The server judges the announced length
 * between two filters, of which the first hides it and the second puts it back. A connection of HTTP/1.1 ends with its import.
 */
@Singleton
class UnlimitedBody {

    private static final Pattern PATH = Pattern.compile("/v1/import/[a-z]+/?");
    private static final String LENGTH = UnlimitedBody.class.getName();
    /** The server judges at 2; a higher number comes earlier. */
    private static final int BEFORE_IT_IS_JUDGED = 3;

    private static final int AFTER_IT_WAS_JUDGED = 1;

    void install(@Observes Filters filters) {
        filters.register(UnlimitedBody::hide, BEFORE_IT_IS_JUDGED);
        filters.register(UnlimitedBody::restore, AFTER_IT_WAS_JUDGED);
    }

    private static void hide(RoutingContext context) {
        HttpServerRequest request = context.request();
        String length = request.getHeader(HttpHeaders.CONTENT_LENGTH);
        if (length != null && PATH.matcher(request.path()).matches()) {
            context.put(LENGTH, length);
            request.headers().remove(HttpHeaders.CONTENT_LENGTH);
        }
        context.next();
    }

    private static void restore(RoutingContext context) {
        HttpServerRequest request = context.request();
        if (PATH.matcher(request.path()).matches()) {
            context.remove(VertxInputStream.MAX_REQUEST_SIZE_KEY);
            if (request.version() != HttpVersion.HTTP_2) {
                // what of the body is not read would stand before the next request on the same connection
                context.response().putHeader(HttpHeaders.CONNECTION, HttpHeaders.CLOSE);
            }
            String length = context.remove(LENGTH);
            if (length != null) {
                request.headers().set(HttpHeaders.CONTENT_LENGTH, length);
            }
        }
        context.next();
    }
}
