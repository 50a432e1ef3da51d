package dev.bellwether.ingest.body;

import dev.bellwether.contracts.Problem;
import dev.bellwether.ingest.Door;
import dev.bellwether.ingest.HttpProblem;
import dev.bellwether.ingest.IngestMetrics;
import dev.bellwether.ingest.IngestSettings;
import dev.bellwether.ingest.publish.InFlight;
import dev.bellwether.ingest.source.Admission;
import dev.bellwether.ingest.verdict.Reason;
import io.quarkus.vertx.http.runtime.filters.Filters;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;

/** Answers CloudEvents and webhooks whose bodies announce too much. */
@Singleton
public class HugeBodies {

    private static final String WEBHOOKS = "/webhooks/";

    private final IngestMetrics metrics;
    private final int limit;

    HugeBodies(IngestMetrics metrics, IngestSettings settings) {
        this.metrics = metrics;
        this.limit = settings.limits().bodyBytes();
    }

    void register(@Observes Filters filters) {
        new Reception(limit, HugeBodies::isPath, this::refuse).register(filters);
    }

    private static boolean isPath(String path) {
        return path.equals("/v1/events") || path.equals("/v1/events/") || isWebhook(path);
    }

    private static boolean isWebhook(String path) {
        return path.startsWith(WEBHOOKS);
    }

    private void refuse(RoutingContext context) {
        boolean webhook = isWebhook(String.valueOf(context.request().path()));
        metrics.refused(webhook ? Door.WEBHOOK : Door.CLOUDEVENTS, Admission.NOBODY, Reason.TOO_LARGE);
        HttpProblem problem = HttpProblem.of(Reason.TOO_LARGE, problem(Reason.TOO_LARGE, limit));
        HttpProblem.answer(context.response(), Reason.TOO_LARGE, problem.status(), problem);
    }

    /** What is said of a body that was not held. */
    public static Problem problem(Reason reason, int limit) {
        return reason == Reason.OVERLOADED
                ? InFlight.NO_ROOM
                : new Problem("", "the body is larger than " + limit + " bytes");
    }
}
