package dev.bellwether.ingest.source;

import io.quarkus.vertx.http.runtime.filters.Filters;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.HttpServerResponse;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;

/**
 * Tells browsers from which web pages they may send (CORS). Whether the source whose key comes along is open to that
 * page is the {@link Gate}'s to say: a preflight request brings no key.
 */
@Singleton
class Pages {

    /** Before whatever looks at the body. */
    private static final int FIRST = 200;

    private static final String HEADERS = "authorization,content-type,content-encoding,x-retry-count";
    private static final String A_DAY = "86400";

    private final Sources sources;

    Pages(Sources sources) {
        this.sources = sources;
    }

    void register(@Observes Filters filters) {
        filters.register(this::look, FIRST);
    }

    private void look(RoutingContext context) {
        HttpServerRequest request = context.request();
        String origin = request.getHeader(HttpHeaders.ORIGIN);
        boolean asks = origin != null
                && request.method() == HttpMethod.OPTIONS
                && request.getHeader(HttpHeaders.ACCESS_CONTROL_REQUEST_METHOD) != null;
        HttpServerResponse response = context.response();
        response.putHeader(HttpHeaders.VARY, HttpHeaders.ORIGIN); // a cache must not hand one page's answer to another
        if (origin != null && sources.welcome(origin)) {
            response.putHeader(HttpHeaders.ACCESS_CONTROL_ALLOW_ORIGIN, origin);
            response.putHeader(HttpHeaders.ACCESS_CONTROL_EXPOSE_HEADERS, HttpHeaders.RETRY_AFTER);
            if (asks) {
                response.putHeader(HttpHeaders.ACCESS_CONTROL_ALLOW_METHODS, "POST")
                        .putHeader(HttpHeaders.ACCESS_CONTROL_ALLOW_HEADERS, HEADERS)
                        .putHeader(HttpHeaders.ACCESS_CONTROL_MAX_AGE, A_DAY);
            }
        }
        if (asks) {
            response.setStatusCode(204).end();
        } else {
            context.next();
        }
    }
}
