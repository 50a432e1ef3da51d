package dev.bellwether.alert.slack;

import dev.bellwether.alert.AlertSettings;
import dev.bellwether.alert.web.ProblemDocument;
import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.infrastructure.Infrastructure;
import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.jboss.logging.Logger;
import org.jboss.resteasy.reactive.RestHeader;
import org.jspecify.annotations.Nullable;

/** Where Slack tells of clicks. Answered when the click is kept, which is before anything is done about it. */
@Path("/slack/interactions")
@PermitAll
class InteractionsResource {

    private static final Logger LOG = Logger.getLogger(InteractionsResource.class);

    /** Slack waits three seconds. */
    private static final Duration PATIENCE = Duration.ofMillis(2_500);

    private final Optional<Signature> signature;
    private final Clicks clicks;
    private final InstantSource clock;

    InteractionsResource(AlertSettings settings, Clicks clicks, InstantSource clock) {
        this.signature = settings.slack().signingSecret().map(Signature::new);
        this.clicks = clicks;
        this.clock = clock;
    }

    @POST
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    @Operation(summary = "Somebody used a button of a Slack message; signed by Slack")
    public Uni<Response> interaction(
            String body,
            @RestHeader("X-Slack-Signature") @Nullable String signed,
            @RestHeader("X-Slack-Request-Timestamp") @Nullable String timestamp) {
        if (signature.isEmpty()) {
            return now(ProblemDocument.response(
                    404, "not-found", "Not found", "buttons of Slack messages are not set up"));
        }
        if (!signature.get().holds(signed, timestamp, body, clock.instant())) {
            return now(ProblemDocument.response(
                    401, "bad-signature", "Unauthorized", "the request is not signed by Slack, or too old"));
        }
        return switch (Click.read(body)) {
            case Click.Read.Ours(Click click) -> keep(click);
            case Click.Read.Nothing nothing -> now(Response.ok().build());
            case Click.Read.Malformed(String detail) ->
                now(ProblemDocument.response(400, "bad-payload", "Bad payload", detail));
        };
    }

    private Uni<Response> keep(Click click) {
        return clicks.keep(click)
                .ifNoItem()
                .after(PATIENCE)
                .fail()
                .invoke(this::workSoon)
                .map(kept -> Response.ok().build())
                .onFailure()
                .recoverWithItem(failure -> ProblemDocument.response(
                        503, "not-kept", "Try again", "the click could not be kept in time; please click again"));
    }

    /** At once, though nobody waits for it; whatever fails is done again by the clock. */
    private void workSoon() {
        clicks.work()
                .runSubscriptionOn(Infrastructure.getDefaultWorkerPool())
                .subscribe()
                .with(
                        done -> {},
                        failure -> LOG.warnf(
                                "clicks are not done yet, and tried again: reason=%s",
                                failure.getClass().getSimpleName()));
    }

    private static Uni<Response> now(Response response) {
        return Uni.createFrom().item(response);
    }
}
