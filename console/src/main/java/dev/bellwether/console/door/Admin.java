package dev.bellwether.console.door;

import io.quarkus.security.identity.SecurityIdentity;
import io.quarkus.security.runtime.QuarkusPrincipal;
import io.quarkus.security.runtime.QuarkusSecurityIdentity;

/** The one person the console knows. */
final class Admin {

    static final String NAME = "admin";

    private Admin() {}

    static SecurityIdentity identity() {
        return QuarkusSecurityIdentity.builder()
                .setPrincipal(new QuarkusPrincipal(NAME))
                .addRole("admin")
                .build();
    }
}
