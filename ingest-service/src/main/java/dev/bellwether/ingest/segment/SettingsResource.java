package dev.bellwether.ingest.segment;

import dev.bellwether.ingest.Door;
import dev.bellwether.ingest.IngestMetrics;
import dev.bellwether.ingest.source.Admission;
import dev.bellwether.ingest.source.Gate;
import dev.bellwether.ingest.verdict.Reason;
import io.smallrye.common.annotation.NonBlocking;
import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.net.URI;
import java.util.Map;
import java.util.TreeMap;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** What Segment's snippet for web pages asks for before it sends anything: where to. */
@Path("/v1/projects/{writeKey}/settings")
@PermitAll
@NonBlocking
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Segment")
public class SettingsResource {

    private final Gate gate;
    private final IngestMetrics metrics;

    SettingsResource(Gate gate, IngestMetrics metrics) {
        this.gate = gate;
        this.metrics = metrics;
    }

    @GET
    @Operation(summary = "The settings of Segment's browser library", description = "It sends here, and nowhere else.")
    @APIResponse(responseCode = "200", description = "The only integration: this door")
    @APIResponse(responseCode = "404", description = "No source has this write key")
    @APIResponse(responseCode = "429", description = "The source sends faster than it may; repeat after Retry-After")
    public Response settings(
            @PathParam("writeKey") String writeKey,
            @HeaderParam("Origin") @Nullable String origin,
            @Context UriInfo uri) {
        return switch (gate.admit(Door.SEGMENT, writeKey, origin)) {
            case Admission.Admitted admitted ->
                Response.ok(Map.of("integrations", Map.of("Segment.io", here(writeKey, origin, uri.getBaseUri()))))
                        .build();
            case Admission.Refused(String source, Reason reason, var problems) -> {
                metrics.refused(Door.SEGMENT, source, reason);
                if (source.equals(Admission.NOBODY)) {
                    throw new NotFoundException();
                }
                yield SegmentDoor.response(reason, problems);
            }
        };
    }

    private static Map<String, String> here(String writeKey, @Nullable String origin, URI base) {
        Map<String, String> here = new TreeMap<>(Map.of("apiKey", writeKey, "apiHost", base.getAuthority() + "/v1"));
        // https is the library's own choice, and the only one that a page of https may make, whatever lies between
        if ("http".equals(base.getScheme()) && origin != null && origin.startsWith("http://")) {
            here.put("protocol", "http");
        }
        return here;
    }
}
