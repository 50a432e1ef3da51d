package dev.bellwether.ingest.source;

import io.quarkus.vertx.http.runtime.filters.Filters;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.HttpServerResponse;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.util.Arrays;
import java.util.Locale;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Tells browsers from which web pages they may send (CORS). Whether the source whose key comes along is open to that
 * page is the {@link Gate}'s to say: a preflight request brings no key.
 */
@Singleton
class Pages {

    /** Before whatever looks at the body. */
    private static final int FIRST = 200;

    private static final String HEADERS = "authorization,content-type,content-encoding,x-retry-count";
    private static final Pattern ATTRIBUTE = Pattern.compile("ce-[a-z0-9]+");
    private static final String A_DAY = "86400";

    private final Sources sources;

    Pages(Sources sources) {
        this.sources = sources;
    }

    void register(@Observes Filters filters) {
        filters.register(this::look, FIRST);
    }

    /** Those that every door reads, and the attributes of CloudEvents that the page asks for by name. */
    private static String allowed(HttpServerRequest request) {
        String asked = request.getHeader(HttpHeaders.ACCESS_CONTROL_REQUEST_HEADERS);
        if (asked == null) {
            return HEADERS;
        }
        return Stream.concat(
                        Stream.of(HEADERS),
                        Arrays.stream(asked.toLowerCase(Locale.ROOT).split(",", -1))
                                .map(String::strip)
                                .filter(name -> ATTRIBUTE.matcher(name).matches()))
                .collect(Collectors.joining(","));
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
                        .putHeader(HttpHeaders.ACCESS_CONTROL_ALLOW_HEADERS, allowed(request))
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
