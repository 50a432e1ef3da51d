package dev.bellwether.ingest.schema;

import dev.bellwether.contracts.EventType;
import dev.bellwether.contracts.Topic;
import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Response;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.HashMap;
import java.util.Map;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** The JSON Schema of the data of each type of event; open to all, and the same until the next release. */
@Path("/v1/schemas/{type}")
@PermitAll
@Tag(name = "Schemas", description = "What an event of each type holds")
public class SchemaResource {

    private static final String PREFIX = "bellwether.";
    private static final String AN_HOUR = "public, max-age=3600";

    private final Map<String, byte[]> schemas = new HashMap<>();

    SchemaResource() {
        for (EventType type : EventType.values()) {
            if (Topic.INBOUND.contains(type.topic())) {
                schemas.put(type.typeName(), read(type.typeName()));
            }
        }
    }

    @GET
    @Produces("application/schema+json")
    @Operation(summary = "The JSON Schema (2020-12) of the data of a type, such as bellwether.usage or usage")
    @APIResponse(responseCode = "404", description = "No event of that type comes in here")
    public Response schema(@PathParam("type") String type) {
        byte[] schema = schemas.get(type.startsWith(PREFIX) ? type : PREFIX + type);
        if (schema == null) {
            throw new NotFoundException("there is no type " + type);
        }
        return Response.ok(schema).header("Cache-Control", AN_HOUR).build();
    }

    private static byte[] read(String type) {
        String file = "/schemas/" + type + ".json";
        try (InputStream in = SchemaResource.class.getResourceAsStream(file)) {
            if (in == null) {
                throw new IllegalStateException(file + " is missing");
            }
            return in.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException("reading " + file, e);
        }
    }
}
