package dev.bellwether.renewal.api;

import com.fasterxml.jackson.databind.JsonNode;
import dev.bellwether.contracts.Period;
import dev.bellwether.renewal.RenewalSettings;
import dev.bellwether.renewal.account.Account;
import dev.bellwether.renewal.account.Contracts;
import dev.bellwether.renewal.churn.Churn;
import dev.bellwether.renewal.churn.Outcome;
import dev.bellwether.renewal.churn.Result;
import dev.bellwether.renewal.term.Course;
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
import java.time.ZoneId;
import java.util.Objects;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.jspecify.annotations.Nullable;

/** What became of a contract's term, as people say. */
@Path("/v1/renewals/{id}/outcome")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@RolesAllowed({"csm", "manager", "admin"})
class OutcomeResource {

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
            summary = "Says what became of the contract's running or last term",
            description = "{outcome: renewed or churned, cause: one of GET /v1/causes, reason: free words}. A churned"
                    + " contract needs its cause. The newest word counts; the figures of the ledger follow the"
                    + " contracts alone.")
    public Uni<Outcome> say(
            @PathParam("id") String id, @QueryParam("account") @Nullable String account, @Nullable JsonNode json) {
        Body body = Body.of(json);
        Optional<String> confinedTo = caller.ownerShown(null);
        String by = caller.email();
        Result result = Result.of(Objects.requireNonNullElse(body.text("outcome"), ""))
                .orElseThrow(() -> Refusal.parameter("outcome", "must be renewed or churned"));
        String cause = cause(body, result);
        String reason = body.text("reason");
        Texts.storable("id", id);
        Instant now = clock.instant();
        return contracts.accountsWith(id).chain(found -> {
            Account owner = ContractsResource.one(id, ContractsResource.visible(found, account, confinedTo));
            var outcome = new Outcome(owner.id(), id, startsOn(owner, id, now), result, cause, reason, by, now);
            return churn.say(outcome).replaceWith(outcome);
        });
    }

    private @Nullable String cause(Body body, Result result) {
        String cause = body.text("cause");
        return switch (result) {
            case RENEWED -> null;
            case CHURNED -> Causes.known("cause", cause, settings.causes());
        };
    }

    private LocalDate startsOn(Account account, String id, Instant now) {
        ZoneId zone = account.profile().zone(settings.zone());
        return account.contracts(zone).stream()
                .filter(contract -> contract.contractId().equals(id))
                .flatMap(contract -> Course.of(contract, now.atZone(zone).toLocalDate()).standing().period().stream())
                .map(Period::startsOn)
                .findFirst()
                .orElseThrow(() -> Refusal.parameter("id", "has no term that could have ended"));
    }
}
