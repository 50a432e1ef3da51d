package dev.bellwether.ingest.body;

import io.quarkus.vertx.http.runtime.filters.Filters;
import io.vertx.core.Handler;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.HttpVersion;
import io.vertx.ext.web.RoutingContext;
import java.util.function.Consumer;
import java.util.function.Predicate;

/**
 * Turns bodies away that announce more than the limit, before the server does so in words that some clients do not
 * understand. They are read to their end, because a client that is still sending hears no answer, and thrown away.
 *
 * @param limit largest body on the wire, bytes
 * @param paths the door's paths
 * @param refusal answers
 */
public record Reception(int limit, Predicate<String> paths, Consumer<RoutingContext> refusal)
        implements Handler<RoutingContext> {

    /** Before the server's own limit. */
    private static final int UNREAD = 100;

    public void register(Filters filters) {
        filters.register(this, UNREAD);
    }

    @Override
    public void handle(RoutingContext context) {
        HttpServerRequest request = context.request();
        if (announced(request) > limit
                && request.method() == HttpMethod.POST
                && paths.test(String.valueOf(request.path()))) {
            discard(context, false, () -> refusal.accept(context));
        } else {
            context.next();
        }
    }

    /** Whether the client waits to be told before it sends its body. */
    static boolean asks(HttpServerRequest request) {
        return "100-continue".equalsIgnoreCase(request.getHeader(HttpHeaders.EXPECT));
    }

    /** Nought where it cannot be read, which the server refuses further on; -1 when nothing is said. */
    static long announced(HttpServerRequest request) {
        String length = request.getHeader(HttpHeaders.CONTENT_LENGTH);
        try {
            return length == null ? -1 : Long.parseLong(length);
        } catch (NumberFormatException e) {
            return 0;
        }
    }

    /**
     * Reads what is still to come before it goes on. Nothing comes from who asked whether to send (100-continue) and was not
     * told to; he needs the answer, and a new connection, for nobody knows whether he sends all the same.
     *
     * @param told whether the client was told to send
     */
    static void discard(RoutingContext context, boolean told, Runnable next) {
        HttpServerRequest request = context.request();
        if (request.isEnded()) {
            next.run();
        } else if (asks(request) && !told) {
            if (request.version() != HttpVersion.HTTP_2) {
                context.response().putHeader(HttpHeaders.CONNECTION, HttpHeaders.CLOSE);
                context.addEndHandler(answered -> request.connection().close());
            }
            next.run();
        } else {
            request.handler(thrownAway -> {});
            request.endHandler(end -> next.run());
            request.resume();
        }
    }
}
