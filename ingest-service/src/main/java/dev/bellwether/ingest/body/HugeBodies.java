package dev.bellwether.ingest.body;

import dev.bellwether.ingest.Door;
import dev.bellwether.ingest.HttpProblem;
import dev.bellwether.ingest.IngestMetrics;
import dev.bellwether.ingest.IngestSettings;
import dev.bellwether.ingest.source.Admission;
import dev.bellwether.ingest.verdict.Reason;
import io.quarkus.vertx.http.runtime.filters.Filters;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.json.Json;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.util.List;

/** Answers CloudEvents and webhooks that announce more than may come, before any of it is held. */
@Singleton
class HugeBodies {

    private static final int UNREAD = 100;
    private static final String WEBHOOKS = "/webhooks/";

    private final IngestMetrics metrics;
    private final int limit;

    HugeBodies(IngestMetrics metrics, IngestSettings settings) {
        this.metrics = metrics;
        this.limit = settings.limits().bodyBytes();
    }

    void refuseUnread(@Observes Filters filters) {
        filters.register(new Oversize(limit, HugeBodies::isPath, this::refuse), UNREAD);
    }

    private static boolean isPath(String path) {
        return path.equals("/v1/events") || path.equals("/v1/events/") || path.startsWith(WEBHOOKS);
    }

    private void refuse(RoutingContext context) {
        Door door = String.valueOf(context.request().path()).startsWith(WEBHOOKS) ? Door.WEBHOOK : Door.CLOUDEVENTS;
        metrics.refused(door, Admission.NOBODY, Reason.TOO_LARGE);
        String detail = "the body is larger than " + limit + " bytes";
        context.response()
                .setStatusCode(413)
                .putHeader(HttpHeaders.CONTENT_TYPE, HttpProblem.MEDIA_TYPE)
                .end(Json.encode(HttpProblem.of(Reason.TOO_LARGE, 413, detail, List.of())));
    }
}
