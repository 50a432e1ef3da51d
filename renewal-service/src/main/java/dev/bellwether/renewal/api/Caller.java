package dev.bellwether.renewal.api;

import io.quarkus.security.identity.SecurityIdentity;
import jakarta.enterprise.context.RequestScoped;
import java.util.Locale;
import java.util.Optional;
import org.eclipse.microprofile.jwt.JsonWebToken;
import org.jspecify.annotations.Nullable;

/** Who asks, and which accounts are open to them: all to managers and admins, to others their own. */
@RequestScoped
class Caller {

    private final SecurityIdentity identity;
    private final JsonWebToken token;

    Caller(SecurityIdentity identity, JsonWebToken token) {
        this.identity = identity;
        this.token = token;
    }

    private boolean sees(@Nullable String owner) {
        return seesAll() || (owner != null && owner.toLowerCase(Locale.ROOT).equals(email()));
    }

    /**
     * The owner whose accounts are shown to the caller who asks for that owner's; empty for all accounts.
     *
     * @throws Refusal when they are not open to the caller
     */
    Optional<String> ownerShown(@Nullable String asked) {
        if (asked != null && !sees(asked)) {
            throw Refusal.forbidden("the accounts of " + asked + " are not open to you");
        }
        return asked == null && !seesAll() ? Optional.of(email()) : Optional.ofNullable(asked);
    }

    private boolean seesAll() {
        return identity.hasRole("manager") || identity.hasRole("admin");
    }

    /** Who asks, in small letters. */
    String email() {
        String email = token.getClaim("email");
        String name = email == null ? token.getName() : email;
        if (name == null || name.isBlank()) {
            throw Refusal.forbidden("the token names no e-mail address");
        }
        return name.toLowerCase(Locale.ROOT);
    }
}
