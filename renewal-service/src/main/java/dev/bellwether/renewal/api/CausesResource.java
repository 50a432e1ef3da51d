package dev.bellwether.renewal.api;

import dev.bellwether.renewal.RenewalSettings;
import dev.bellwether.renewal.churn.Churn;
import dev.bellwether.renewal.churn.Fix;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.eclipse.microprofile.openapi.annotations.Operation;

/** Why customers leave, and what was done about it. */
@Path("/v1/causes")
@Produces(MediaType.APPLICATION_JSON)
@RolesAllowed({"csm", "manager", "admin"})
class CausesResource {

    private final Churn churn;
    private final Caller caller;
    private final RenewalSettings settings;
    private final InstantSource clock;

    CausesResource(Churn churn, Caller caller, RenewalSettings settings, InstantSource clock) {
        this.churn = churn;
        this.caller = caller;
        this.settings = settings;
        this.clock = clock;
    }

    @GET
    @Operation(summary = "The causes of which one can be named, and since when each is fixed")
    public Uni<List<Fix>> list() {
        return churn.fixes().map(fixes -> {
            Map<String, Fix> known = fixes.stream().collect(Collectors.toMap(Fix::cause, Function.identity()));
            return settings.causes().stream()
                    .map(cause -> known.getOrDefault(cause, new Fix(cause, null, null)))
                    .toList();
        });
    }

    @PUT
    @Path("/{cause}")
    @Consumes(MediaType.APPLICATION_JSON)
    @RolesAllowed({"manager", "admin"})
    @Operation(
            summary = "Says since when a cause is fixed",
            description = "{fixedOn: day, note: free words}; without fixedOn the fix is taken back.")
    public Uni<Fix> fix(@PathParam("cause") String cause, byte[] sent) {
        Body body = Body.read(sent);
        body.only(Set.of("fixedOn", "note"));
        Fix fix = new Fix(Causes.known("cause", cause, settings.causes()), body.day("fixedOn"), body.text("note"));
        body.check();
        return churn.say(fix, caller.email(), clock.instant()).replaceWith(fix);
    }
}
