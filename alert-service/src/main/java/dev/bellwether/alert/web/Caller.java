package dev.bellwether.alert.web;

import io.quarkus.security.identity.SecurityIdentity;
import jakarta.enterprise.context.RequestScoped;
import java.util.Optional;
import org.eclipse.microprofile.jwt.JsonWebToken;

/** Who calls, by the token. */
@RequestScoped
class Caller {

    private final SecurityIdentity identity;

    Caller(SecurityIdentity identity) {
        this.identity = identity;
    }

    /** Managers and administrators see every account; a customer success manager sees their own. */
    boolean seesAll() {
        return identity.hasRole("manager") || identity.hasRole("admin");
    }

    String email() {
        return identity.getPrincipal() instanceof JsonWebToken token
                ? Optional.<String>ofNullable(token.getClaim("email")).orElseGet(token::getName)
                : identity.getPrincipal().getName();
    }
}
