package dev.bellwether.ingest.segment;

import dev.bellwether.contracts.Problem;
import dev.bellwether.ingest.Door;
import dev.bellwether.ingest.HttpProblem;
import dev.bellwether.ingest.IngestMetrics;
import dev.bellwether.ingest.IngestSettings;
import dev.bellwether.ingest.Outage;
import dev.bellwether.ingest.account.StoreUnavailable;
import dev.bellwether.ingest.body.Aside;
import dev.bellwether.ingest.body.Oversize;
import dev.bellwether.ingest.publish.InFlight;
import dev.bellwether.ingest.publish.Unpublished;
import dev.bellwether.ingest.source.Admission;
import dev.bellwether.ingest.verdict.Reason;
import io.quarkus.vertx.http.runtime.filters.Filters;
import io.smallrye.mutiny.Uni;
import io.vertx.core.json.Json;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.List;

/** The way of a Segment request: let in, taken in, delivered, answered. */
@Singleton
class SegmentDoor {

    private static final Response SUCCESS =
            Response.ok("{\"success\":true}", MediaType.APPLICATION_JSON_TYPE).build();

    /** Before the server's own limit. */
    private static final int UNREAD = 100;

    private final InFlight inFlight;
    private final Intake intake;
    private final Delivery delivery;
    private final IngestMetrics metrics;
    private final Outage outage;

    SegmentDoor(InFlight inFlight, Intake intake, Delivery delivery, IngestMetrics metrics, Outage outage) {
        this.inFlight = inFlight;
        this.intake = intake;
        this.delivery = delivery;
        this.metrics = metrics;
        this.outage = outage;
    }

    /** Bodies too large even to be read get the door's own answer, for the server's would be repeated by some clients. */
    void refuseUnread(@Observes Filters filters, IngestSettings settings) {
        int limit = settings.limits().bodyBytes();
        List<Problem> problem = List.of(new Problem("", "the body is larger than " + limit + " bytes"));
        filters.register(
                new Oversize(limit, SegmentResource::isPath, context -> {
                    metrics.refused(Door.SEGMENT, Admission.NOBODY, Reason.TOO_LARGE);
                    context.response()
                            .setStatusCode(400)
                            .putHeader(HttpHeaders.CONTENT_TYPE, HttpProblem.MEDIA_TYPE)
                            .end(Json.encode(SegmentProblem.of(Reason.TOO_LARGE, problem)));
                }),
                UNREAD);
    }

    /** Answers 200 only once every accepted call is durable. Does not wait. */
    Uni<Response> receive(Form form, byte[] body, HttpHeaders headers) {
        return metrics.timed(Door.SEGMENT, () -> bounded(form, body, Headers.of(headers)));
    }

    private Uni<Response> bounded(Form form, byte[] body, Headers headers) {
        InFlight.Pass pass = inFlight.enter(body.length);
        if (pass == null) {
            return refuse(
                    Admission.NOBODY,
                    Reason.OVERLOADED,
                    List.of(new Problem("", "too much is under way; try again soon")));
        }
        return Aside.ifLarge(body, headers.encoding(), () -> receive(form, body, headers, pass));
    }

    private Uni<Response> receive(Form form, byte[] body, Headers headers, InFlight.Pass pass) {
        try {
            return switch (intake.take(form, body, headers)) {
                case Taken.Out(String source, Reason reason, var problems) -> {
                    pass.leave();
                    yield refuse(source, reason, problems);
                }
                case Taken.In(Sorted sorted) -> deliver(form, sorted, pass);
            };
        } catch (RuntimeException e) {
            pass.leave();
            throw e;
        }
    }

    private Uni<Response> deliver(Form form, Sorted sorted, InFlight.Pass pass) {
        String source = sorted.source().name();
        return delivery.deliver(sorted, pass)
                .map(done -> answer(form, sorted))
                .onFailure(failure -> failure instanceof Unpublished || failure instanceof StoreUnavailable)
                .recoverWithUni(failure -> unavailable(source, failure));
    }

    /** A batch is answered as a whole, because its sender could only repeat it as a whole; a single call is judged. */
    private static Response answer(Form form, Sorted sorted) {
        return switch (form) {
            case Form.Batch() -> SUCCESS;
            case Form.Single single ->
                sorted.refused().isEmpty()
                        ? SUCCESS
                        : response(
                                sorted.refused().getFirst().reason(),
                                sorted.refused().getFirst().problems());
        };
    }

    private Uni<Response> unavailable(String source, Throwable failure) {
        return refuse(source, Reason.UNAVAILABLE, List.of(new Problem("", outage.explain(failure))));
    }

    private Uni<Response> refuse(String source, Reason reason, List<Problem> problems) {
        metrics.refused(Door.SEGMENT, source, reason);
        return Uni.createFrom().item(response(reason, problems));
    }

    private static Response response(Reason reason, List<Problem> problems) {
        SegmentProblem problem = SegmentProblem.of(reason, problems);
        Response.ResponseBuilder response =
                Response.status(problem.status()).entity(problem).type(HttpProblem.MEDIA_TYPE);
        return response.header(HttpHeaders.RETRY_AFTER, HttpProblem.retryAfter(reason))
                .build();
    }
}
