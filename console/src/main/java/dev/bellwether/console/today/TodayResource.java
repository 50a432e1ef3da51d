package dev.bellwether.console.today;

import dev.bellwether.console.ConsoleSettings;
import dev.bellwether.console.page.FirstEvent;
import dev.bellwether.console.renewal.Renewals;
import dev.bellwether.console.service.Reply;
import jakarta.ws.rs.BadRequestException;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.net.URI;
import java.time.Clock;
import org.eclipse.microprofile.openapi.annotations.Operation;

/**
 * The renewals of the day, as a page and as the part by which an open page renews itself. Forms come to the page's own
 * address, so that who has to log in first ends on the page.
 */
@Path("/today")
@Produces(MediaType.TEXT_HTML)
class TodayResource {

    private final Today today;
    private final Renewals renewals;
    private final Clock clock;
    private final ConsoleSettings settings;

    TodayResource(Today today, Renewals renewals, Clock clock, ConsoleSettings settings) {
        this.today = today;
        this.renewals = renewals;
        this.clock = clock;
        this.settings = settings;
    }

    @GET
    @Operation(summary = "Whom to call first, why, and until when")
    public TodayPage page(@Context UriInfo uri) {
        return page(Scope.of(uri.getQueryParameters()::getFirst), "");
    }

    @GET
    @Path("rows")
    @Operation(summary = "The list alone; 204 when the version that the caller shows is still the newest")
    public Response rows(@Context UriInfo uri) {
        MultivaluedMap<String, String> asked = uri.getQueryParameters();
        Scope scope = Scope.of(asked::getFirst);
        Listing listing = today.listing(scope);
        return listing.version().equals(asked.getFirst("version"))
                ? Response.noContent().build()
                : Response.ok(new TodayRows(scope, listing, firstEvent())).build();
    }

    @POST
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    @Operation(summary = "Keeps a call, or what is done and planned about a step, and shows the page")
    public Response say(MultivaluedMap<String, String> form) {
        Spoken spoken = Spoken.of(form::getFirst).orElseThrow(BadRequestException::new);
        Scope scope = Scope.of(form::getFirst);
        return switch (renewals.keep(spoken.term(), spoken.word())) {
            case Reply.Kept kept ->
                Response.seeOther(URI.create(scope.href() + "#" + Row.anchor(spoken.term())))
                        .build();
            case Reply.Refused refused ->
                Response.status(Response.Status.CONFLICT)
                        .entity(page(scope, "Not kept: " + refused.why()))
                        .build();
            case Reply.Unanswered unanswered ->
                Response.status(Response.Status.SERVICE_UNAVAILABLE)
                        .entity(page(scope, unanswered.trouble().sentence() + " What you sent may not be kept."))
                        .build();
        };
    }

    private TodayPage page(Scope scope, String refusal) {
        return new TodayPage(
                scope,
                today.owners(scope),
                today.listing(scope),
                refusal,
                firstEvent(),
                settings.refreshInterval().toMillis());
    }

    private FirstEvent firstEvent() {
        return FirstEvent.contract(settings.ingestUrl(), clock.instant());
    }
}
