package dev.bellwether.renewal.api;

import dev.bellwether.renewal.RenewalSettings;
import dev.bellwether.renewal.account.Contracts;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.jboss.resteasy.reactive.RestResponse;
import org.jspecify.annotations.Nullable;

/** Single contracts. */
@Path("/v1/contracts")
@Produces(MediaType.APPLICATION_JSON)
@RolesAllowed({"csm", "manager", "admin"})
class ContractsResource {

    private final Contracts contracts;
    private final ContractWriting writing;
    private final ContractViews views;
    private final Caller caller;
    private final RenewalSettings settings;

    ContractsResource(
            Contracts contracts,
            ContractWriting writing,
            ContractViews views,
            Caller caller,
            RenewalSettings settings) {
        this.contracts = contracts;
        this.writing = writing;
        this.views = views;
        this.caller = caller;
        this.settings = settings;
    }

    @GET
    @Path("/{id}")
    @Operation(
            summary = "One contract with its terms, milestones and history",
            description = "To a csm the contracts of other people's accounts are unknown.")
    public Uni<ContractView> contract(
            @PathParam("id") String id,
            @QueryParam("account")
                    @Parameter(description = "Needed only where two accounts have a contract of that id")
                    @Nullable
                    String account) {
        // asked now: the answer comes on a thread that knows nothing of the request
        Optional<String> confinedTo = caller.ownerShown(null);
        return Found.one(contracts, id, account, confinedTo, settings.zone()).chain(views::of);
    }

    @PUT
    @Path("/{id}")
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(
            summary = "Say something of a contract",
            description =
                    "The fields of a contract event, with accountId: a field left out keeps what was said before, lines are replaced as a whole. It is kept with who said it and when, and published to account-events, so that every service learns of it; the answer comes once that is certain.")
    @APIResponse(responseCode = "200", description = "The contract as it is now")
    @APIResponse(responseCode = "201", description = "The contract, which was not known before")
    @APIResponse(
            responseCode = "409",
            description =
                    "What ran before today becomes no draft, a subscription that did no trial, and what has been over for four weeks runs again only with the dates of a new term")
    public Uni<RestResponse<ContractView>> put(
            @PathParam("id") String id,
            @QueryParam("account") @Parameter(description = "Stands in for accountId in the body") @Nullable
                    String account,
            byte[] body) {
        Texts.storable("id", id);
        return writing.write(id, account, Body.read(body), caller.email(), caller.ownerShown(null))
                .chain(written -> views.of(Found.of(id, written.account(), settings.zone()))
                        .map(view -> RestResponse.status(
                                written.fresh() ? RestResponse.Status.CREATED : RestResponse.Status.OK, view)));
    }
}
