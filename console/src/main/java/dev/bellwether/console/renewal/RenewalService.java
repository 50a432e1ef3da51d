package dev.bellwether.console.renewal;

import dev.bellwether.console.service.BearerToken;
import dev.bellwether.console.service.Slice;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.MediaType;
import java.util.Map;
import org.eclipse.microprofile.rest.client.annotation.RegisterProvider;
import org.eclipse.microprofile.rest.client.inject.RegisterRestClient;
import org.jboss.resteasy.reactive.RestQuery;

/** The calls of renewal-service that the console makes. */
@RegisterRestClient(configKey = "renewal")
@RegisterProvider(BearerToken.class)
@Path("/v1")
interface RenewalService {

    @GET
    @Path("today")
    Slice<TodayLine> today(@RestQuery Map<String, String> query);

    @POST
    @Path("renewals/{contract}/{about}")
    @Consumes(MediaType.APPLICATION_JSON)
    void keep(
            @PathParam("contract") String contract,
            @PathParam("about") String about,
            @RestQuery String account,
            Map<String, Object> said);
}
