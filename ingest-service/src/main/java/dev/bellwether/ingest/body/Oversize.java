package dev.bellwether.ingest.body;

import io.vertx.core.Handler;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.ext.web.RoutingContext;
import java.util.function.Predicate;

/**
 * Answers a request that announces a body beyond the limit without ever holding that body: it is read to its end,
 * because a client that is still sending hears no answer, and thrown away.
 *
 * @param limit largest body on the wire, bytes
 * @param paths the door's paths
 * @param answer gives the answer
 */
public record Oversize(int limit, Predicate<String> paths, Handler<RoutingContext> answer)
        implements Handler<RoutingContext> {

    @Override
    public void handle(RoutingContext context) {
        HttpServerRequest request = context.request();
        if (announced(request) > limit && paths.test(request.path())) {
            request.handler(thrownAway -> {});
            request.endHandler(end -> answer.handle(context));
            request.resume();
        } else {
            context.next();
        }
    }

    private static long announced(HttpServerRequest request) {
        String length = request.getHeader(HttpHeaders.CONTENT_LENGTH);
        try {
            return length == null ? 0 : Long.parseLong(length);
        } catch (NumberFormatException e) { // the server refuses it further on
            return 0;
        }
    }
}
