package dev.bellwether.ingest.cloudevents;

import dev.bellwether.contracts.Problem;
import dev.bellwether.ingest.Door;
import dev.bellwether.ingest.HttpProblem;
import dev.bellwether.ingest.IngestMetrics;
import dev.bellwether.ingest.Outage;
import dev.bellwether.ingest.Outcome;
import dev.bellwether.ingest.body.Arrived;
import dev.bellwether.ingest.body.Aside;
import dev.bellwether.ingest.body.Bodies;
import dev.bellwether.ingest.publish.InFlight;
import dev.bellwether.ingest.publish.Publisher;
import dev.bellwether.ingest.publish.Unpublished;
import dev.bellwether.ingest.source.Admission;
import dev.bellwether.ingest.source.Source;
import dev.bellwether.ingest.verdict.Reason;
import dev.bellwether.ingest.verdict.Verdict;
import io.smallrye.mutiny.Uni;
import io.vertx.ext.web.RoutingContext;
import jakarta.inject.Singleton;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.List;
import java.util.Map;

/** The way of a CloudEvents request: let in, taken in, published, answered. */
@Singleton
class EventsDoor {

    private final Bodies bodies;
    private final EventsIntake intake;
    private final Publisher publisher;
    private final IngestMetrics metrics;
    private final Outage outage;

    EventsDoor(Bodies bodies, EventsIntake intake, Publisher publisher, IngestMetrics metrics, Outage outage) {
        this.bodies = bodies;
        this.intake = intake;
        this.publisher = publisher;
        this.metrics = metrics;
        this.outage = outage;
    }

    /** Answers 202 only once every accepted event is on the log. Does not wait. */
    Uni<Response> receive(Map<String, String> headers, RoutingContext context) {
        return Uni.createFrom()
                .completionStage(bodies.of(context))
                .chain(arrived -> metrics.timed(Door.CLOUDEVENTS, () -> receive(headers, arrived)));
    }

    private Uni<Response> receive(Map<String, String> headers, Arrived arrived) {
        return switch (arrived) {
            case Arrived.Refused(Reason reason, var problems) -> refuse(Admission.NOBODY, reason, problems);
            case Arrived.Whole(byte[] body, InFlight.Pass pass) ->
                switch (intake.admit(headers)) {
                    case Admission.Refused(String source, Reason reason, var problems) -> {
                        pass.leave();
                        yield refuse(source, reason, problems);
                    }
                    case Admission.Admitted(Source source) ->
                        Aside.ifLarge(
                                body,
                                headers.get("content-encoding"),
                                () -> receive(source.name(), headers, body, pass));
                };
        };
    }

    private Uni<Response> receive(String source, Map<String, String> headers, byte[] body, InFlight.Pass pass) {
        try {
            return switch (intake.take(headers, body, pass)) {
                case Verdict.Refused<Judged>(Reason reason, var problems) -> {
                    pass.leave();
                    yield refuse(source, reason, problems);
                }
                case Verdict.Accepted<Judged>(Judged judged) ->
                    Uni.createFrom()
                            .completionStage(publisher.publish(
                                    Door.CLOUDEVENTS.tag(), judged.accepted(), judged.refused(), pass))
                            .invoke(() -> settled(source, judged))
                            .map(done -> answer(judged))
                            .onFailure(Unpublished.class)
                            .recoverWithUni(failure -> unavailable(source, failure));
            };
        } catch (Throwable e) {
            pass.leave();
            throw e;
        }
    }

    private void settled(String source, Judged judged) {
        metrics.count(
                Door.CLOUDEVENTS, source, Outcome.PUBLISHED, judged.accepted().size());
        metrics.refused(Door.CLOUDEVENTS, source, judged.refused());
    }

    private static Response answer(Judged judged) {
        return judged.isHopeless()
                ? HttpProblem.refusal(judged.refused().getFirst().reason(), judged.problems())
                : Response.accepted(judged.answer())
                        .type(MediaType.APPLICATION_JSON_TYPE)
                        .build();
    }

    private Uni<Response> unavailable(String source, Throwable failure) {
        Outage.Excuse excuse = outage.excuse(failure);
        return refuse(source, excuse.reason(), excuse.problems());
    }

    private Uni<Response> refuse(String source, Reason reason, List<Problem> problems) {
        metrics.refused(Door.CLOUDEVENTS, source, reason);
        return Uni.createFrom().item(HttpProblem.refusal(reason, problems));
    }
}
