package dev.bellwether.ingest.webhook;

import dev.bellwether.contracts.Problem;
import dev.bellwether.ingest.Door;
import dev.bellwether.ingest.HttpProblem;
import dev.bellwether.ingest.IngestMetrics;
import dev.bellwether.ingest.Outage;
import dev.bellwether.ingest.account.Errand;
import dev.bellwether.ingest.account.StoreUnavailable;
import dev.bellwether.ingest.body.Arrived;
import dev.bellwether.ingest.body.Bodies;
import dev.bellwether.ingest.publish.InFlight;
import dev.bellwether.ingest.publish.Unpublished;
import dev.bellwether.ingest.source.Admission;
import dev.bellwether.ingest.source.Source;
import dev.bellwether.ingest.verdict.Reason;
import dev.bellwether.ingest.verdict.Verdict;
import dev.bellwether.ingest.webhook.WebhookIntake.Taken;
import dev.bellwether.ingest.webhook.seal.Sealed;
import io.smallrye.mutiny.Uni;
import io.vertx.ext.web.RoutingContext;
import jakarta.inject.Singleton;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.List;
import java.util.function.Function;

/** The way of a webhook: let in by its signature, understood, delivered, answered. */
@Singleton
class WebhookDoor {

    private final Bodies bodies;
    private final WebhookIntake intake;
    private final WebhookDelivery delivery;
    private final IngestMetrics metrics;
    private final Outage outage;

    WebhookDoor(Bodies bodies, WebhookIntake intake, WebhookDelivery delivery, IngestMetrics metrics, Outage outage) {
        this.bodies = bodies;
        this.intake = intake;
        this.delivery = delivery;
        this.metrics = metrics;
        this.outage = outage;
    }

    /**
     * Answers 200 only once all of it is kept. Does not wait.
     *
     * @param sealed what the signature is about, with this body
     */
    Uni<Response> receive(String name, Function<byte[], Sealed> sealed, RoutingContext context) {
        return Uni.createFrom()
                .completionStage(bodies.of(context))
                .chain(arrived -> metrics.timed(Door.WEBHOOK, () -> receive(name, sealed, arrived)));
    }

    private Uni<Response> receive(String name, Function<byte[], Sealed> sealed, Arrived arrived) {
        return switch (arrived) {
            case Arrived.Refused(Reason reason, var problems) -> refuse(Admission.NOBODY, reason, problems);
            case Arrived.Whole(byte[] body, InFlight.Pass pass) ->
                Errand.of(Uni.createFrom().deferred(() -> receive(name, sealed.apply(body), pass)));
        };
    }

    /** May wait. */
    private Uni<Response> receive(String name, Sealed request, InFlight.Pass pass) {
        return switch (intake.admit(name, request)) {
            case Admission.Refused(String source, Reason reason, var problems) -> {
                pass.leave();
                yield refuse(source, reason, problems);
            }
            case Admission.Admitted(Source source) -> guarded(source, request, pass);
        };
    }

    private Uni<Response> guarded(Source source, Sealed request, InFlight.Pass pass) {
        try {
            return receive(source, request, pass);
        } catch (StoreUnavailable e) {
            pass.leave();
            return unavailable(source, e);
        } catch (Throwable e) {
            pass.leave();
            throw e;
        }
    }

    private Uni<Response> receive(Source source, Sealed request, InFlight.Pass pass) {
        return switch (intake.take(source, request, pass)) {
            case Verdict.Refused<Taken>(Reason reason, var problems) -> {
                pass.leave();
                yield refuse(source.name(), reason, problems);
            }
            case Verdict.Accepted<Taken>(Taken taken) ->
                delivery.deliver(taken.items(), source, taken.hook(), taken.judge(), pass)
                        .map(answer -> Response.ok(answer, MediaType.APPLICATION_JSON_TYPE)
                                .build())
                        .onFailure(Unpublished.class)
                        .recoverWithUni(failure -> unavailable(source, failure));
        };
    }

    private Uni<Response> unavailable(Source source, Throwable failure) {
        Outage.Excuse excuse = outage.excuse(failure);
        return refuse(source.name(), excuse.reason(), excuse.problems());
    }

    private Uni<Response> refuse(String source, Reason reason, List<Problem> problems) {
        metrics.refused(Door.WEBHOOK, source, reason);
        return Uni.createFrom().item(HttpProblem.refusal(reason, problems));
    }
}
