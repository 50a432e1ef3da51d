package dev.bellwether.console.health;

import dev.bellwether.console.service.BearerToken;
import dev.bellwether.console.service.Slice;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import java.util.Map;
import org.eclipse.microprofile.rest.client.annotation.RegisterProvider;
import org.eclipse.microprofile.rest.client.inject.RegisterRestClient;
import org.jboss.resteasy.reactive.RestQuery;

/** The calls of health-service that the console makes. */
@RegisterRestClient(configKey = "health")
@RegisterProvider(BearerToken.class)
@Path("/v1/accounts")
interface HealthService {

    @GET
    Slice<AccountLine> list(@RestQuery Map<String, String> query);

    @GET
    @Path("{id}")
    AccountFile one(@PathParam("id") String id);
}
