package dev.bellwether.renewal.api;

import dev.bellwether.renewal.RenewalSettings;
import dev.bellwether.renewal.account.Contracts;
import dev.bellwether.renewal.desk.Entry;
import dev.bellwether.renewal.playbook.Playbook;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.time.LocalDate;
import java.util.function.Function;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.jspecify.annotations.Nullable;

/** What people say and do about a renewal. Everything is kept with who and when; each answer is the contract as it is then. */
@Path("/v1/renewals/{id}")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@RolesAllowed({"csm", "manager", "admin"})
class DeskResource {

    private final Contracts contracts;
    private final DeskWriting desk;
    private final Playbook playbook;
    private final Caller caller;
    private final RenewalSettings settings;

    DeskResource(Contracts contracts, DeskWriting desk, Playbook playbook, Caller caller, RenewalSettings settings) {
        this.contracts = contracts;
        this.desk = desk;
        this.playbook = playbook;
        this.caller = caller;
        this.settings = settings;
    }

    @POST
    @Path("/call")
    @Operation(
            summary = "How the term will end, in your opinion",
            description =
                    "{\"call\": \"commit | best-case | at-risk | lost\", \"note\": \"why\"}; like notes and tasks of the term that runs, or of the one whose first day is \"term\"")
    public Uni<ContractView> call(
            @PathParam("id") String id, @QueryParam("account") @Nullable String account, byte[] sent) {
        return keep(id, account, sent, DeskBodies::call);
    }

    @POST
    @Path("/note")
    @Operation(summary = "Something worth keeping", description = "{\"note\": \"…\"}")
    public Uni<ContractView> note(
            @PathParam("id") String id, @QueryParam("account") @Nullable String account, byte[] sent) {
        return keep(id, account, sent, DeskBodies::note);
    }

    @POST
    @Path("/task")
    @Operation(
            summary = "A step done, assigned or noted, or a task of your own",
            description =
                    "{\"step\": \"id of the step\", \"done\": true, \"assignee\": \"e-mail\", \"note\": \"…\", \"dueOn\": \"2026-03-31\"}; without a step, a title makes a task of your own.")
    public Uni<ContractView> task(
            @PathParam("id") String id, @QueryParam("account") @Nullable String account, byte[] sent) {
        return keep(id, account, sent, body -> DeskBodies.task(body, playbook));
    }

    /** The body may name the first day of another term than the one that runs. */
    private Uni<ContractView> keep(
            String id, @Nullable String account, byte[] sent, Function<Body, Entry.Content> reading) {
        Body body = Body.read(sent);
        LocalDate term = body.day("term");
        Entry.Content content = reading.apply(body);
        String by = caller.email();
        return Found.one(contracts, id, account, caller.ownerShown(null), settings.zone())
                .chain(found -> desk.keep(found, term, by, content));
    }
}
