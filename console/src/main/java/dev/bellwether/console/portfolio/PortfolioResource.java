package dev.bellwether.console.portfolio;

import dev.bellwether.console.ConsoleSettings;
import dev.bellwether.console.page.FirstEvent;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.time.Clock;
import java.util.Objects;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.jspecify.annotations.Nullable;

/** The portfolio, as a page and as the parts by which an open page renews itself. */
@Path("/")
@Produces(MediaType.TEXT_HTML)
class PortfolioResource {

    private final Portfolio portfolio;
    private final CensusTaker census;
    private final Clock clock;
    private final ConsoleSettings settings;

    PortfolioResource(Portfolio portfolio, CensusTaker census, Clock clock, ConsoleSettings settings) {
        this.portfolio = portfolio;
        this.census = census;
        this.clock = clock;
        this.settings = settings;
    }

    @GET
    @Operation(summary = "The portfolio, worst first")
    public PortfolioPage page(@Context UriInfo uri) {
        Filter filter = Filter.of(uri.getQueryParameters()::getFirst);
        return new PortfolioPage(
                filter,
                Choices.of(filter, census.latest()),
                portfolio.listing(filter, 0),
                firstEvent(),
                settings.refreshInterval().toMillis());
    }

    @GET
    @Path("portfolio")
    @Operation(summary = "The list alone; 204 when the version that the caller shows is still the newest")
    public Response list(@Context UriInfo uri) {
        MultivaluedMap<String, String> asked = uri.getQueryParameters();
        Listing listing = portfolio.listing(Filter.of(asked::getFirst), number(asked.getFirst("shown")));
        return listing.version().equals(asked.getFirst("version"))
                ? Response.noContent().build()
                : Response.ok(new PortfolioList(listing, firstEvent())).build();
    }

    @GET
    @Path("portfolio/more")
    @Operation(summary = "The rows after a cursor")
    public PortfolioMore more(@Context UriInfo uri) {
        MultivaluedMap<String, String> asked = uri.getQueryParameters();
        String cursor = Objects.requireNonNullElse(asked.getFirst("cursor"), "");
        return portfolio.more(Filter.of(asked::getFirst), cursor, number(asked.getFirst("shown")));
    }

    private FirstEvent firstEvent() {
        return FirstEvent.usage(settings.ingestUrl(), clock.instant());
    }

    private static int number(@Nullable String text) {
        try {
            return text == null ? 0 : Integer.parseInt(text);
        } catch (NumberFormatException e) {
            // as if it had not been asked
            return 0;
        }
    }
}
