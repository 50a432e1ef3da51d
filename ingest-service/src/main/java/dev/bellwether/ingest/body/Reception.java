package dev.bellwether.ingest.body;

import dev.bellwether.ingest.publish.InFlight;
import dev.bellwether.ingest.verdict.Reason;
import io.vertx.core.Handler;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.ext.web.RoutingContext;
import java.util.function.BiConsumer;
import java.util.function.Predicate;

/**
 * Takes room for the bodies of a door before they are read, as much as they announce, or a quarter of what the largest may
 * have where they announce nothing, until they are answered. Small ones pass by: as many as there may be connections need
 * little. A body beyond the limit, or one without room, is never held: it is read to its end, because a client that is
 * still sending hears no answer, and thrown away.
 *
 * @param limit largest body on the wire, bytes
 * @param paths the door's paths
 * @param refusal answers what is too large, or comes when too much is under way
 */
public record Reception(
        int limit, InFlight inFlight, Predicate<String> paths, BiConsumer<RoutingContext, Reason> refusal)
        implements Handler<RoutingContext> {

    /** A body that says that it is no larger takes no room before it is there, bytes. */
    private static final int SMALL = 2048;

    /** Clients that pack what they send announce nothing; few of their bodies are larger than this part of the limit. */
    private static final int UNTOLD = 4;

    @Override
    public void handle(RoutingContext context) {
        HttpServerRequest request = context.request();
        long announced = announced(request);
        if (announced >= 0 && announced <= SMALL
                || request.method() != HttpMethod.POST
                || !paths.test(String.valueOf(request.path()))) {
            context.next();
        } else if (announced > limit) {
            discard(context, Reason.TOO_LARGE);
        } else {
            reserve(context, announced < 0 ? limit / UNTOLD : (int) announced);
        }
    }

    /** Nought where it cannot be read, which the server refuses further on; -1 when nothing is said. */
    private static long announced(HttpServerRequest request) {
        String length = request.getHeader(HttpHeaders.CONTENT_LENGTH);
        try {
            return length == null ? -1 : Long.parseLong(length);
        } catch (NumberFormatException e) {
            return 0;
        }
    }

    private void reserve(RoutingContext context, int size) {
        InFlight.Pass pass = inFlight.begin();
        if (pass.grow(size)) {
            context.addEndHandler(over -> pass.leave());
            context.next();
        } else {
            discard(context, Reason.OVERLOADED);
        }
    }

    private void discard(RoutingContext context, Reason reason) {
        HttpServerRequest request = context.request();
        request.handler(thrownAway -> {});
        request.endHandler(end -> refusal.accept(context, reason));
        request.resume();
    }
}
