package dev.bellwether.console.door;

import io.quarkus.security.identity.SecurityIdentity;
import io.quarkus.vertx.http.runtime.security.FormAuthenticationMechanism;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.net.URI;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.jspecify.annotations.Nullable;

/** Coming in and going out; the password itself is posted to {@code /j_security_check}. */
@Path("/")
class LoginResource {

    private final SecurityIdentity identity;

    LoginResource(SecurityIdentity identity) {
        this.identity = identity;
    }

    @GET
    @Path("login")
    @Produces(MediaType.TEXT_HTML)
    @Operation(summary = "The login page")
    public Response login(@Context UriInfo uri, @HeaderParam("HX-Request") @Nullable String partOfPage) {
        if (partOfPage != null) {
            // an open page's session has ended: the whole page must go to the login, not a part of it
            return Response.noContent().header("HX-Refresh", "true").build();
        }
        if (!identity.isAnonymous()) {
            return Response.seeOther(URI.create("/")).build();
        }
        return Response.ok(new LoginPage(uri.getQueryParameters().containsKey("failed")))
                .build();
    }

    @POST
    @Path("logout")
    @Operation(summary = "Ends the session")
    public Response logout() {
        FormAuthenticationMechanism.logout(identity);
        return Response.seeOther(URI.create("/login")).build();
    }
}
