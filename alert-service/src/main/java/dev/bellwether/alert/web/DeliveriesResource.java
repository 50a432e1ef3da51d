package dev.bellwether.alert.web;

import dev.bellwether.alert.delivery.Deliveries;
import dev.bellwether.alert.delivery.DeliveryStatus;
import dev.bellwether.alert.delivery.ListedDelivery;
import dev.bellwether.alert.document.Forms;
import dev.bellwether.alert.page.Page;
import dev.bellwether.alert.policy.Channel;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.time.Instant;
import java.util.regex.Pattern;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestQuery;
import org.jspecify.annotations.Nullable;

/** The messages on their way, for operators. */
@Path("/v1/deliveries")
@Produces(MediaType.APPLICATION_JSON)
@RolesAllowed({"ops", "manager", "admin"})
class DeliveriesResource {

    private static final Pattern NUMBER = Pattern.compile("\\d{1,18}");

    private final Deliveries deliveries;

    DeliveriesResource(Deliveries deliveries) {
        this.deliveries = deliveries;
    }

    @GET
    @Operation(summary = "Messages, newest first")
    public Uni<Page<ListedDelivery>> list(
            @RestQuery @Nullable String status,
            @RestQuery @Nullable String channel,
            @RestQuery @Nullable Integer limit,
            @RestQuery @Nullable String cursor) {
        return deliveries.page(new Deliveries.Filter(
                Parameters.oneOf("status", status, DeliveryStatus::labelled, "due, sent, failed, cancelled"),
                Parameters.oneOf("channel", channel, Channel::labelled, Forms.CHANNELS),
                Parameters.limit(limit),
                Parameters.cursor(cursor, id -> NUMBER.matcher(id).matches())));
    }

    @POST
    @Path("/{id}/retry")
    @RolesAllowed({"ops", "admin"})
    @Operation(summary = "Have a message that was given up tried again")
    public Uni<Response> retry(@RestPath long id) {
        return deliveries.retry(id).map(DeliveriesResource::answer);
    }

    @POST
    @Path("/retry")
    @RolesAllowed({"ops", "admin"})
    @Operation(
            summary = "Have all messages that were given up tried again, as far as what they tell is still true",
            description = "channel: only of that one; since: only those made at that time or later (RFC 3339)."
                    + " Answers how many are due again, and how many stay given up because they are outdated.")
    public Uni<Response> retryAll(@RestQuery @Nullable String channel, @RestQuery @Nullable String since) {
        return deliveries
                .retryAll(
                        Parameters.oneOf("channel", channel, Channel::labelled, Forms.CHANNELS),
                        Parameters.instant("since", since).orElse(Instant.EPOCH))
                .map(all -> Response.accepted(all).build());
    }

    private static Response answer(Deliveries.Retried retried) {
        return switch (retried) {
            case Deliveries.Retried.Done done ->
                Response.accepted(done.delivery()).build();
            case Deliveries.Retried.NotFound notFound ->
                ProblemDocument.response(404, "not-found", "Not found", "there is no such delivery");
            case Deliveries.Retried.NotFailed other ->
                ProblemDocument.response(
                        409, "delivery-not-failed", "Nothing to retry", "the delivery is " + other.status());
            case Deliveries.Retried.Outdated outdated ->
                ProblemDocument.response(
                        409,
                        "delivery-outdated",
                        "No longer true",
                        "what the delivery tells is over, or something newer was told since");
        };
    }
}
