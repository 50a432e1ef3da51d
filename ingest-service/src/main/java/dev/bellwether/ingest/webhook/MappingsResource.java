package dev.bellwether.ingest.webhook;

import com.fasterxml.jackson.databind.JsonNode;
import dev.bellwether.contracts.Problem;
import dev.bellwether.contracts.Reading;
import dev.bellwether.ingest.HttpProblem;
import dev.bellwether.ingest.IngestSettings;
import dev.bellwether.ingest.verdict.Reason;
import dev.bellwether.ingest.webhook.mapping.Mapping;
import dev.bellwether.ingest.webhook.mapping.MappingReader;
import dev.bellwether.ingest.webhook.mapping.MappingTranslation;
import dev.bellwether.ingest.webhook.notice.Unmapped;
import io.smallrye.common.annotation.Blocking;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.time.Clock;
import java.time.ZoneId;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** Trying a mapping out, for those who write one. */
@Path("/v1/mappings")
@RolesAllowed({"ops", "admin"})
@Blocking
@Tag(name = "Webhooks")
public class MappingsResource {

    private final IngestSettings.Limits limits;
    private final ZoneId zone;
    private final Clock clock;

    MappingsResource(IngestSettings settings, Clock clock) {
        this.limits = settings.limits();
        this.zone = settings.zone();
        this.clock = clock;
    }

    @POST
    @Path("dry-run")
    @Consumes(MediaType.APPLICATION_JSON)
    @Produces(MediaType.APPLICATION_JSON)
    @Operation(
            summary = "What a mapping would make of a sample",
            description = "mapping and sample are the texts of the two files. Nothing is published.")
    @APIResponse(responseCode = "200", description = "The events, what is unused, and what would be rejected and why")
    @APIResponse(responseCode = "400", description = "The mapping cannot be read; errors point into it")
    @APIResponse(responseCode = "401", description = "No token")
    @APIResponse(responseCode = "403", description = "The token is of another role")
    public Response dryRun(@Nullable JsonNode request) {
        JsonNode mapping = request == null ? null : request.get("mapping");
        JsonNode sample = request == null ? null : request.get("sample");
        if (mapping == null || sample == null) {
            return wrong(List.of(new Problem("", "must be an object with mapping and sample")));
        }
        return switch (MappingReader.read(text(mapping), Unmapped.REFUSE, null)) {
            case Reading.Refused<Mapping>(var problems) ->
                wrong(problems.stream()
                        .map(problem -> new Problem("/mapping" + problem.pointer(), problem.detail()))
                        .toList());
            case Reading.Understood<Mapping>(Mapping read) ->
                Response.ok(Rehearsal.of(
                                new MappingTranslation(read, zone),
                                text(sample),
                                new Judge(clock.instant(), limits.eventBytes())))
                        .build();
        };
    }

    private static String text(JsonNode file) {
        return file.isTextual() ? file.textValue() : file.toString();
    }

    private static Response wrong(List<Problem> problems) {
        return HttpProblem.refusal(Reason.INVALID, problems);
    }
}
