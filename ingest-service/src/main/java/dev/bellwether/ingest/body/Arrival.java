package dev.bellwether.ingest.body;

import dev.bellwether.ingest.publish.InFlight;
import dev.bellwether.ingest.verdict.Reason;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.ext.web.RoutingContext;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;

/**
 * A body while it comes in; lives on the event loop of its connection. One beyond the limit, or without room, is read to
 * its end, because a client that is still sending hears no answer, and thrown away.
 */
final class Arrival {

    /** A body that is no larger takes no room before it is there, bytes. */
    private static final int SMALL = 2048;

    private static final byte[] NOTHING = {};

    private final RoutingContext context;
    private final InFlight.Pass pass;
    private final int limit;
    /** Null once it is told: the request remembers this for as long as it lives, and need not remember the body. */
    private @Nullable CompletableFuture<Arrived> arrived;

    private byte[] bytes = NOTHING;
    private int size;
    /** Whether the client was told to send. */
    private boolean told;

    Arrival(RoutingContext context, InFlight.Pass pass, int limit) {
        this.context = context;
        this.pass = pass;
        this.limit = limit;
    }

    CompletableFuture<Arrived> begin() {
        CompletableFuture<Arrived> whole = new CompletableFuture<>();
        arrived = whole;
        HttpServerRequest request = context.request();
        context.addEndHandler(over -> over());
        if (!reserve((int) Math.min(limit, announced(request)))) {
            refuse(Reason.OVERLOADED);
        } else if (request.isEnded()) {
            end();
        } else {
            request.handler(this::add);
            request.endHandler(end -> end());
            goOn(request);
        }
        return whole;
    }

    /** What is said of the length; a small one where nothing is. */
    private static long announced(HttpServerRequest request) {
        long announced = Reception.announced(request);
        return announced < 0 ? SMALL : announced;
    }

    private void goOn(HttpServerRequest request) {
        told = true;
        if (Reception.asks(request)) {
            context.response().writeContinue();
        }
        request.resume();
    }

    private void add(Buffer chunk) {
        int end = size + chunk.length();
        if (end > limit) {
            refuse(Reason.TOO_LARGE);
        } else if (end > bytes.length && !reserve(Math.min(limit, Math.max(end, bytes.length * 2)))) {
            refuse(Reason.OVERLOADED);
        } else {
            chunk.getBytes(0, chunk.length(), bytes, size);
            size = end;
        }
    }

    private boolean reserve(int capacity) {
        int held = bytes.length <= SMALL ? 0 : bytes.length;
        if (capacity > SMALL && !pass.grow(capacity - held)) {
            return false;
        }
        bytes = Arrays.copyOf(bytes, capacity);
        return true;
    }

    private void end() {
        if (pass.arrive(size)) {
            tell(new Arrived.Whole(size == bytes.length ? bytes : Arrays.copyOf(bytes, size), pass));
        } else {
            refuse(Reason.OVERLOADED);
        }
    }

    private void refuse(Reason reason) {
        pass.leave();
        bytes = NOTHING;
        Arrived refused = new Arrived.Refused(reason, List.of(HugeBodies.problem(reason, limit)));
        Reception.discard(context, told, () -> tell(refused));
    }

    private void tell(Arrived what) {
        CompletableFuture<Arrived> waiting = arrived;
        arrived = null;
        bytes = NOTHING;
        if (waiting != null) {
            waiting.complete(what);
        }
    }

    /** The connection has ended, perhaps before the body. */
    private void over() {
        if (arrived != null) {
            pass.leave();
        }
    }
}
