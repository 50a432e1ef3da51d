package dev.bellwether.ingest.cloudevents;

import dev.bellwether.contracts.Problem;
import dev.bellwether.ingest.Door;
import dev.bellwether.ingest.HttpProblem;
import dev.bellwether.ingest.IngestMetrics;
import dev.bellwether.ingest.Outage;
import dev.bellwether.ingest.Outcome;
import dev.bellwether.ingest.publish.InFlight;
import dev.bellwether.ingest.publish.Publisher;
import dev.bellwether.ingest.publish.Unpublished;
import dev.bellwether.ingest.verdict.Reason;
import dev.bellwether.ingest.verdict.Verdict;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** The way of a CloudEvents request: let in, taken in, published, answered. */
@Singleton
class EventsDoor {

    private final InFlight inFlight;
    private final EventsIntake intake;
    private final Publisher publisher;
    private final IngestMetrics metrics;
    private final Outage outage;

    EventsDoor(InFlight inFlight, EventsIntake intake, Publisher publisher, IngestMetrics metrics, Outage outage) {
        this.inFlight = inFlight;
        this.intake = intake;
        this.publisher = publisher;
        this.metrics = metrics;
        this.outage = outage;
    }

    /** Answers 202 only once every accepted event is on the log. May wait: not for event loops. */
    Uni<Response> receive(Map<String, String> headers, byte[] body) {
        InFlight.Pass pass = inFlight.enter(body.length);
        if (pass == null) {
            return refuse(Reason.OVERLOADED, List.of(new Problem("", "too much is under way; try again soon")));
        }
        try {
            return receive(headers, body, pass);
        } catch (RuntimeException e) {
            pass.leave();
            throw e;
        }
    }

    private Uni<Response> receive(Map<String, String> headers, byte[] body, InFlight.Pass pass) {
        return switch (intake.take(headers, body)) {
            case Verdict.Refused<Judged>(Reason reason, var problems) -> {
                pass.leave();
                yield refuse(reason, problems);
            }
            case Verdict.Accepted<Judged>(Judged judged) ->
                publisher
                        .publish(Door.CLOUDEVENTS, judged.accepted(), judged.refused(), pass)
                        .invoke(() -> settled(judged))
                        .map(done -> answer(judged))
                        .onFailure(Unpublished.class)
                        .recoverWithUni(this::unavailable);
        };
    }

    private void settled(Judged judged) {
        outage.over();
        metrics.count(Door.CLOUDEVENTS, Outcome.PUBLISHED, judged.accepted().size());
        metrics.count(Door.CLOUDEVENTS, Outcome.REFUSED, judged.refused().size());
        judged.refused().forEach(one -> metrics.refused(Door.CLOUDEVENTS, one.reason()));
    }

    private static Response answer(Judged judged) {
        return judged.isHopeless()
                ? response(judged.refused().getFirst().reason(), judged.problems())
                : Response.accepted(judged.answer())
                        .type(MediaType.APPLICATION_JSON_TYPE)
                        .build();
    }

    private Uni<Response> unavailable(Throwable failure) {
        return refuse(Reason.UNAVAILABLE, List.of(new Problem("", outage.explain(failure))));
    }

    private Uni<Response> refuse(Reason reason, List<Problem> problems) {
        metrics.refused(Door.CLOUDEVENTS, reason);
        return Uni.createFrom().item(response(reason, problems));
    }

    private static Response response(Reason reason, List<Problem> problems) {
        String detail = problems.stream().map(Problem::text).limit(5).collect(Collectors.joining("; "));
        List<Problem> fields = problems.stream()
                .filter(problem -> !problem.pointer().isEmpty())
                .toList();
        HttpProblem problem = HttpProblem.of(reason, status(reason), detail, fields);
        Response.ResponseBuilder response =
                Response.status(problem.status()).entity(problem).type(HttpProblem.MEDIA_TYPE);
        return switch (reason) {
            case OVERLOADED, UNAVAILABLE ->
                response.header(HttpHeaders.RETRY_AFTER, HttpProblem.RETRY_AFTER)
                        .build();
            case UNAUTHORIZED ->
                response.header(HttpHeaders.WWW_AUTHENTICATE, "Bearer").build();
            case UNREADABLE, UNSUPPORTED, INVALID, TOO_LARGE, IN_THE_FUTURE, ACCOUNT_UNKNOWN, PARKING_FULL ->
                response.build();
        };
    }

    private static int status(Reason reason) {
        return switch (reason) {
            case UNREADABLE, INVALID, IN_THE_FUTURE, ACCOUNT_UNKNOWN, PARKING_FULL -> 400;
            case UNAUTHORIZED -> 401;
            case TOO_LARGE -> 413;
            case UNSUPPORTED -> 415;
            case OVERLOADED, UNAVAILABLE -> 503;
        };
    }
}
