package dev.bellwether.health.api;

import io.quarkus.security.identity.SecurityIdentity;
import jakarta.enterprise.context.RequestScoped;
import java.util.Optional;

/** Who asks, and which accounts are theirs to see. */
@RequestScoped
class Caller {

    private final SecurityIdentity identity;

    Caller(SecurityIdentity identity) {
        this.identity = identity;
    }

    /** The owner to whose accounts the caller is confined; empty for those who see all. */
    Optional<String> confinedTo() {
        boolean seesAll =
                identity.hasRole(Roles.MANAGER) || identity.hasRole(Roles.ADMIN) || identity.hasRole(Roles.OPS);
        return seesAll ? Optional.empty() : Optional.of(identity.getPrincipal().getName());
    }
}
