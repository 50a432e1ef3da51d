package dev.bellwether.console.door;

import dev.bellwether.console.ConsoleMetrics;
import dev.bellwether.console.ConsoleMetrics.Entry;
import io.quarkus.security.AuthenticationFailedException;
import io.quarkus.security.identity.AuthenticationRequestContext;
import io.quarkus.security.identity.IdentityProvider;
import io.quarkus.security.identity.SecurityIdentity;
import io.quarkus.security.identity.request.UsernamePasswordAuthenticationRequest;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;

/** Lets in whoever knows the name and the password. */
@ApplicationScoped
class PasswordLogin implements IdentityProvider<UsernamePasswordAuthenticationRequest> {

    private final Password password;
    private final ConsoleMetrics metrics;

    PasswordLogin(Password password, ConsoleMetrics metrics) {
        this.password = password;
        this.metrics = metrics;
    }

    @Override
    public Class<UsernamePasswordAuthenticationRequest> getRequestType() {
        return UsernamePasswordAuthenticationRequest.class;
    }

    @Override
    public Uni<SecurityIdentity> authenticate(
            UsernamePasswordAuthenticationRequest request, AuthenticationRequestContext context) {
        // both are compared whatever the other's outcome, so that the time taken names neither
        boolean known = Admin.NAME.equals(request.getUsername())
                & password.is(new String(request.getPassword().getPassword()));
        if (!known) {
            metrics.entered(Entry.WRONG_PASSWORD);
            return Uni.createFrom().failure(new AuthenticationFailedException("wrong name or password"));
        }
        metrics.entered(Entry.ADMITTED);
        return Uni.createFrom().item(Admin.identity());
    }
}
