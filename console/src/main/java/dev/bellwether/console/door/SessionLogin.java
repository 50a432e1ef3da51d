package dev.bellwether.console.door;

import io.quarkus.security.AuthenticationFailedException;
import io.quarkus.security.identity.AuthenticationRequestContext;
import io.quarkus.security.identity.IdentityProvider;
import io.quarkus.security.identity.SecurityIdentity;
import io.quarkus.security.identity.request.TrustedAuthenticationRequest;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;

/** Recognises a person by the session cookie, whose seal was verified before. */
@ApplicationScoped
class SessionLogin implements IdentityProvider<TrustedAuthenticationRequest> {

    @Override
    public Class<TrustedAuthenticationRequest> getRequestType() {
        return TrustedAuthenticationRequest.class;
    }

    @Override
    public Uni<SecurityIdentity> authenticate(
            TrustedAuthenticationRequest request, AuthenticationRequestContext context) {
        return Admin.NAME.equals(request.getPrincipal())
                ? Uni.createFrom().item(Admin.identity())
                : Uni.createFrom().failure(new AuthenticationFailedException("nobody of that name"));
    }
}
