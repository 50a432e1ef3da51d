package dev.bellwether.ingest.webhook;

import dev.bellwether.contracts.Problem;
import dev.bellwether.ingest.Door;
import dev.bellwether.ingest.HttpProblem;
import dev.bellwether.ingest.IngestMetrics;
import dev.bellwether.ingest.Outage;
import dev.bellwether.ingest.account.StoreUnavailable;
import dev.bellwether.ingest.publish.InFlight;
import dev.bellwether.ingest.publish.Unpublished;
import dev.bellwether.ingest.source.Admission;
import dev.bellwether.ingest.source.Source;
import dev.bellwether.ingest.verdict.Reason;
import dev.bellwether.ingest.verdict.Verdict;
import dev.bellwether.ingest.webhook.WebhookIntake.Taken;
import dev.bellwether.ingest.webhook.seal.Sealed;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.List;

/** The way of a webhook: let in by its signature, understood, delivered, answered. */
@Singleton
class WebhookDoor {

    private final WebhookIntake intake;
    private final InFlight inFlight;
    private final WebhookDelivery delivery;
    private final IngestMetrics metrics;
    private final Outage outage;

    WebhookDoor(
            WebhookIntake intake, InFlight inFlight, WebhookDelivery delivery, IngestMetrics metrics, Outage outage) {
        this.intake = intake;
        this.inFlight = inFlight;
        this.delivery = delivery;
        this.metrics = metrics;
        this.outage = outage;
    }

    /** Answers 200 only once all of it is kept. May wait: not for event loops. */
    Uni<Response> receive(String name, Sealed request) {
        return metrics.timed(Door.WEBHOOK, () -> switch (intake.admit(name, request)) {
            case Admission.Refused(String source, Reason reason, var problems) -> refuse(source, reason, problems);
            case Admission.Admitted(Source source) -> receive(source, request);
        });
    }

    private Uni<Response> receive(Source source, Sealed request) {
        InFlight.Pass pass = inFlight.enter(request.body().length);
        if (pass == null) {
            return refuse(source.name(), Reason.OVERLOADED, List.of(InFlight.NO_ROOM));
        }
        try {
            return receive(source, request, pass);
        } catch (StoreUnavailable e) {
            pass.leave();
            return unavailable(source, e);
        } catch (RuntimeException e) {
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
        return refuse(source.name(), Reason.UNAVAILABLE, List.of(new Problem("", outage.explain(failure))));
    }

    private Uni<Response> refuse(String source, Reason reason, List<Problem> problems) {
        metrics.refused(Door.WEBHOOK, source, reason);
        return Uni.createFrom().item(HttpProblem.refusal(reason, problems));
    }
}
