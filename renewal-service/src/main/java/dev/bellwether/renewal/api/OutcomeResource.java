package dev.bellwether.renewal.api;

import dev.bellwether.contracts.Period;
import dev.bellwether.renewal.RenewalSettings;
import dev.bellwether.renewal.account.Contracts;
import dev.bellwether.renewal.churn.Churn;
import dev.bellwether.renewal.churn.Outcome;
import dev.bellwether.renewal.churn.Result;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.Optional;
import java.util.Set;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.jspecify.annotations.Nullable;

/** What became of a contract's term, as people say. */
@Path("/v1/renewals/{id}/outcome")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@RolesAllowed({"csm", "manager", "admin"})
class OutcomeResource {

    private static final Set<String> FIELDS = Set.of("outcome", "cause", "reason", "term");

    private final Contracts contracts;
    private final Churn churn;
    private final Caller caller;
    private final RenewalSettings settings;
    private final InstantSource clock;

    OutcomeResource(Contracts contracts, Churn churn, Caller caller, RenewalSettings settings, InstantSource clock) {
        this.contracts = contracts;
        this.churn = churn;
        this.caller = caller;
        this.settings = settings;
        this.clock = clock;
    }

    @POST
    @Operation(
            summary = "Says what became of a term of the contract",
            description =
                    "{outcome: renewed or churned, cause: one of GET /v1/causes, of a loss alone, reason: free words, term: its first"
                            + " day, left out for the one that runs or last ran}. A churned"
                            + " contract needs its cause. The newest word counts; the figures of the ledger follow the"
                            + " contracts alone.")
    public Uni<Outcome> say(@PathParam("id") String id, @QueryParam("account") @Nullable String account, byte[] sent) {
        Body body = Body.read(sent);
        body.only(FIELDS);
        Optional<Result> result = Result.of(body.required("outcome"));
        if (result.isEmpty()) {
            body.wrong("outcome", "must be renewed or churned");
        }
        String cause = result.filter(Result.CHURNED::equals).isPresent() ? Causes.named(body, settings.causes()) : null;
        if (result.filter(Result.RENEWED::equals).isPresent() && body.text("cause") != null) {
            body.wrong("cause", "is that of a loss: leave it out where the term renewed");
        }
        String reason = body.text("reason");
        LocalDate term = body.day("term");
        body.check();
        String by = caller.email();
        Instant now = clock.instant();
        return Found.one(contracts, id, account, caller.ownerShown(null), settings.zone())
                .chain(found -> {
                    var outcome = new Outcome(
                            found.account().id(),
                            id,
                            startsOn(found, now, term),
                            result.orElseThrow(),
                            cause,
                            reason,
                            by,
                            now);
                    return churn.say(outcome).replaceWith(outcome);
                });
    }

    private static LocalDate startsOn(Found found, Instant now, @Nullable LocalDate named) {
        return NamedTerm.of(found.history(), now.atZone(found.zone()).toLocalDate(), named)
                .map(Period::startsOn)
                .orElseThrow(() -> Refusal.parameter("id", "has no term that could have ended"));
    }
}
