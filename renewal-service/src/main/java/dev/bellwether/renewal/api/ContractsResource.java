package dev.bellwether.renewal.api;

import dev.bellwether.renewal.RenewalSettings;
import dev.bellwether.renewal.account.Account;
import dev.bellwether.renewal.account.Contracts;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.jspecify.annotations.Nullable;

/** Single contracts. */
@Path("/v1/contracts")
@Produces(MediaType.APPLICATION_JSON)
@RolesAllowed({"csm", "manager", "admin"})
class ContractsResource {

    private final Contracts contracts;
    private final Caller caller;
    private final RenewalSettings settings;
    private final InstantSource clock;

    ContractsResource(Contracts contracts, Caller caller, RenewalSettings settings, InstantSource clock) {
        this.contracts = contracts;
        this.caller = caller;
        this.settings = settings;
        this.clock = clock;
    }

    @GET
    @Path("/{id}")
    @Operation(
            summary = "One contract with its terms and milestones",
            description = "To a csm the contracts of other people's accounts are unknown.")
    public Uni<ContractView> contract(
            @PathParam("id") String id,
            @QueryParam("account")
                    @Parameter(description = "Needed only where two accounts have a contract of that id")
                    @Nullable
                    String account) {
        // asked now: the answer comes on a thread that knows nothing of the request
        Optional<String> confinedTo = caller.ownerShown(null);
        Texts.storable("id", id);
        return contracts.accountsWith(id).map(found -> view(id, one(id, visible(found, account, confinedTo))));
    }

    static List<Account> visible(List<Account> found, @Nullable String account, Optional<String> confinedTo) {
        return found.stream()
                .filter(one -> account == null || account.equals(one.id()))
                .filter(one -> confinedTo
                        .filter(owner -> !owner.equalsIgnoreCase(one.profile().owner()))
                        .isEmpty())
                .toList();
    }

    static Account one(String id, List<Account> visible) {
        if (visible.isEmpty()) {
            throw Refusal.notFound("contract " + id);
        }
        if (visible.size() > 1) {
            throw Refusal.ambiguous("several accounts have a contract " + id + "; name one with ?account=");
        }
        return visible.getFirst();
    }

    private ContractView view(String id, Account account) {
        ZoneId zone = account.profile().zone(settings.zone());
        LocalDate today = clock.instant().atZone(zone).toLocalDate();
        return account.contracts(zone).stream()
                .filter(contract -> contract.contractId().equals(id))
                .map(contract -> ContractView.of(account, contract, today))
                .findFirst()
                .orElseThrow(() -> Refusal.notFound("contract " + id));
    }
}
