package dev.bellwether.renewal.api;

import dev.bellwether.renewal.RenewalSettings;
import dev.bellwether.renewal.ledger.Asked;
import dev.bellwether.renewal.ledger.Books;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.jspecify.annotations.Nullable;

/** The retention ledger. */
@Path("/v1/retention")
@Produces(MediaType.APPLICATION_JSON)
@RolesAllowed({"csm", "manager", "admin"})
class RetentionResource {

    private final Books books;
    private final Caller caller;
    private final RenewalSettings settings;

    RetentionResource(Books books, Caller caller, RenewalSettings settings) {
        this.books = books;
        this.caller = caller;
        this.settings = settings;
    }

    @GET
    @Operation(
            summary = "GRR, NRR, logo retention and movements of a period",
            description = "By currency, and by owner or segment if asked. A csm sees the accounts that are theirs now.")
    public Uni<RetentionView> retention(@BeanParam RetentionQuery query) {
        Asked asked = query.asked(settings.zone(), caller.ownerShown(null));
        return books.ask(asked).map(answer -> RetentionView.of(asked, answer));
    }

    @GET
    @Path("/lines")
    @Operation(
            summary = "The contract lines that these figures are the sums of",
            description = "Takes the same parameters as the figures.")
    public Uni<RetentionLines> lines(
            @BeanParam RetentionQuery query,
            @QueryParam("limit") @Parameter(description = "1 … 200, default 50") @Nullable String limitText,
            @QueryParam("cursor") @Parameter(description = "nextCursor of the page before") @Nullable String cursor) {
        Asked asked = query.asked(settings.zone(), caller.ownerShown(null));
        int limit = Texts.limit(limitText, 50);
        return books.ask(asked).map(answer -> RetentionLines.of(answer, limit, cursor));
    }
}
