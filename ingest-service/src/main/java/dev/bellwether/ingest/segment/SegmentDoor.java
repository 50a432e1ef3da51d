package dev.bellwether.ingest.segment;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.bellwether.contracts.Problem;
import dev.bellwether.ingest.Door;
import dev.bellwether.ingest.HttpProblem;
import dev.bellwether.ingest.IngestMetrics;
import dev.bellwether.ingest.IngestSettings;
import dev.bellwether.ingest.Outage;
import dev.bellwether.ingest.account.StoreUnavailable;
import dev.bellwether.ingest.body.Arrived;
import dev.bellwether.ingest.body.Aside;
import dev.bellwether.ingest.body.Bodies;
import dev.bellwether.ingest.body.HugeBodies;
import dev.bellwether.ingest.body.Reception;
import dev.bellwether.ingest.publish.InFlight;
import dev.bellwether.ingest.publish.Unpublished;
import dev.bellwether.ingest.source.Admission;
import dev.bellwether.ingest.verdict.Reason;
import io.quarkus.vertx.http.runtime.filters.Filters;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;

/** The way of a Segment request: let in, taken in, delivered, answered. */
@Singleton
class SegmentDoor {

    /** Bytes, which no JSON writer looks at. */
    private static final Response SUCCESS = Response.ok(
                    "{\"success\":true}".getBytes(UTF_8), MediaType.APPLICATION_JSON_TYPE)
            .build();

    private final Bodies bodies;
    private final Intake intake;
    private final Delivery delivery;
    private final IngestMetrics metrics;
    private final Outage outage;

    SegmentDoor(Bodies bodies, Intake intake, Delivery delivery, IngestMetrics metrics, Outage outage) {
        this.bodies = bodies;
        this.intake = intake;
        this.delivery = delivery;
        this.metrics = metrics;
        this.outage = outage;
    }

    /** Bodies that are not even held get the door's own answer, for the server's would be repeated by some clients. */
    void register(@Observes Filters filters, IngestSettings settings) {
        int limit = settings.limits().bodyBytes();
        new Reception(limit, SegmentResource::isPath, context -> {
                    metrics.refused(Door.SEGMENT, Admission.NOBODY, Reason.TOO_LARGE);
                    SegmentProblem problem =
                            SegmentProblem.of(Reason.TOO_LARGE, List.of(HugeBodies.problem(Reason.TOO_LARGE, limit)));
                    HttpProblem.answer(context.response(), Reason.TOO_LARGE, problem.status(), problem);
                })
                .register(filters);
    }

    /** Answers 200 only once every accepted call is durable. Does not wait. */
    CompletableFuture<Response> receive(Form form, RoutingContext context) {
        Headers headers = Headers.of(context.request());
        return bodies.of(context).thenCompose(arrived -> receive(form, arrived, headers));
    }

    private CompletableFuture<Response> receive(Form form, Arrived arrived, Headers headers) {
        long begin = System.nanoTime();
        return answered(form, arrived, headers)
                .whenComplete((answer, failure) -> metrics.answered(Door.SEGMENT, System.nanoTime() - begin));
    }

    private CompletableFuture<Response> answered(Form form, Arrived arrived, Headers headers) {
        return switch (arrived) {
            case Arrived.Refused(Reason reason, var problems) -> refuse(Admission.NOBODY, reason, problems);
            case Arrived.Whole(byte[] body, InFlight.Pass pass) ->
                Aside.laterIfLarge(body, headers.encoding(), () -> receive(form, body, headers, pass));
        };
    }

    private CompletableFuture<Response> receive(Form form, byte[] body, Headers headers, InFlight.Pass pass) {
        try {
            return switch (intake.take(form, body, headers, pass)) {
                case Taken.Out(String source, Reason reason, var problems) -> {
                    pass.leave();
                    yield refuse(source, reason, problems);
                }
                case Taken.In(Sorted sorted) -> deliver(form, sorted, pass);
            };
        } catch (Throwable e) {
            pass.leave();
            throw e;
        }
    }

    private CompletableFuture<Response> deliver(Form form, Sorted sorted, InFlight.Pass pass) {
        String source = sorted.source().name();
        Response answer = answer(form, sorted); // so that the calls need not be kept until then
        return delivery.deliver(sorted, pass)
                .handle((done, failure) -> failure == null ? answer : unavailable(source, Outage.cause(failure)));
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

    private Response unavailable(String source, Throwable failure) {
        if (!(failure instanceof Unpublished || failure instanceof StoreUnavailable)) {
            throw new CompletionException(failure);
        }
        Outage.Excuse excuse = outage.excuse(failure);
        return refused(source, excuse.reason(), excuse.problems());
    }

    private CompletableFuture<Response> refuse(String source, Reason reason, List<Problem> problems) {
        return CompletableFuture.completedFuture(refused(source, reason, problems));
    }

    private Response refused(String source, Reason reason, List<Problem> problems) {
        metrics.refused(Door.SEGMENT, source, reason);
        return response(reason, problems);
    }

    static Response response(Reason reason, List<Problem> problems) {
        SegmentProblem problem = SegmentProblem.of(reason, problems);
        Response.ResponseBuilder response =
                Response.status(problem.status()).entity(problem).type(HttpProblem.MEDIA_TYPE);
        return response.header(HttpHeaders.RETRY_AFTER, HttpProblem.retryAfter(reason))
                .build();
    }
}
