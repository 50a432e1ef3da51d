package dev.bellwether.ingest.csv;

import io.smallrye.common.annotation.Blocking;
import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.io.InputStream;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.ParameterIn;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** CSV files. The door itself checks who calls: a source by its write key, or a person by a token. */
@Path("/v1")
@PermitAll
@Blocking
@Tag(name = "CSV", description = "Files of accounts, users, contracts, invoices, tickets, usage and surveys")
@APIResponse(responseCode = "401", description = "No write key, and no token of the role admin or ops")
@APIResponse(responseCode = "429", description = "The source sends faster than it may; repeat after Retry-After")
@APIResponse(
        responseCode = "503",
        description =
                "Kafka or PostgreSQL is away, or too many files are being read; "
                        + "send the file again with the same Idempotency-Key after Retry-After seconds, and it goes on where it stopped")
public class ImportResource {

    private final ImportDoor door;
    private final JobDesk desk;

    ImportResource(ImportDoor door, JobDesk desk) {
        this.door = door;
        this.desk = desk;
    }

    @POST
    @Path("import/{kind: [a-z]+}")
    @Consumes(MediaType.WILDCARD)
    @Produces(MediaType.APPLICATION_JSON)
    @Operation(
            summary = "Imports a CSV file of any size, row by row, while it arrives",
            description = "The first line names the columns. Answers the job once the file has ended; meanwhile "
                    + "GET /v1/imports/{Idempotency-Key} tells how far it is. The same file again changes nothing.")
    @Parameter(
            name = "kind",
            in = ParameterIn.PATH,
            schema =
                    @Schema(
                            enumeration = {"accounts", "users", "contracts", "invoices", "tickets", "usage", "surveys"
                            }))
    @Parameter(
            name = "map",
            in = ParameterIn.QUERY,
            description =
                    "Columns of the file to ours, like " + "Customer:accountId,Due:dueOn; Notes:- leaves a column out",
            schema = @Schema(type = SchemaType.STRING))
    @Parameter(
            name = "set",
            in = ParameterIn.QUERY,
            description = "Values of columns that the file does not have, like " + "kind:NPS,currency:EUR",
            schema = @Schema(type = SchemaType.STRING))
    @Parameter(
            name = "zone",
            in = ParameterIn.QUERY,
            description = "Time zone of times without an offset, and in which " + "days begin; UTC by default",
            schema = @Schema(type = SchemaType.STRING))
    @Parameter(
            name = "asOf",
            in = ParameterIn.QUERY,
            description =
                    "The day of the export: when rows without a time of their own happened, and which of two words of the"
                            + " same instant is the later; when the import began by default",
            schema = @Schema(type = SchemaType.STRING))
    @Parameter(
            name = "delimiter",
            in = ParameterIn.QUERY,
            description =
                    "comma, semicolon, tab or pipe; by default the " + "one that is most frequent in the first line",
            schema = @Schema(type = SchemaType.STRING))
    @Parameter(
            name = "decimal",
            in = ParameterIn.QUERY,
            description = "comma for numbers like 1.234,50, or point for 1,234.50; by default numbers are like 1234.50",
            schema = @Schema(type = SchemaType.STRING))
    @Parameter(
            name = "dates",
            in = ParameterIn.QUERY,
            description =
                    "How all days of the file are written, like dd.MM.yyyy or M/d/yyyy; by default like 2026-03-31",
            schema = @Schema(type = SchemaType.STRING))
    @RequestBody(content = @Content(mediaType = "text/csv", schema = @Schema(type = SchemaType.STRING)))
    @APIResponse(
            responseCode = "200",
            description = "The job: every row is a fact on Kafka, or refused",
            content = @Content(schema = @Schema(implementation = JobAnswer.class)))
    @APIResponse(
            responseCode = "400",
            description = "The header, the query or the body is no good; errors name columns")
    @APIResponse(responseCode = "404", description = "Nothing of that kind can be imported")
    @APIResponse(responseCode = "409", description = "Another file, or another sender, has the same Idempotency-Key")
    public Response receive(
            @PathParam("kind") String kind,
            @HeaderParam("Idempotency-Key") @Nullable String key,
            InputStream body,
            @Context HttpHeaders headers,
            @Context UriInfo uri) {
        return door.receive(
                new ImportDoor.Request(Callers.Credentials.of(headers), kind, uri.getQueryParameters()),
                key,
                Upload.of(
                        body,
                        headers.getHeaderString(HttpHeaders.CONTENT_ENCODING),
                        headers.getHeaderString(HttpHeaders.CONTENT_LENGTH)));
    }

    @GET
    @Path("imports/{id}")
    @Produces(MediaType.APPLICATION_JSON)
    @Operation(summary = "How far an import is", description = "state: running, interrupted or done.")
    @APIResponse(
            responseCode = "200",
            description = "The job",
            content = @Content(schema = @Schema(implementation = JobAnswer.class)))
    @APIResponse(responseCode = "404", description = "There is no such import, or it is another source's")
    public Response job(
            @PathParam("id") String id,
            @Parameter(description = "Whose, where two sources have the same id; for admin and ops")
                    @QueryParam("source")
                    @Nullable
                    String source,
            @Context HttpHeaders headers) {
        return desk.job(Callers.Credentials.of(headers), id, source);
    }

    @GET
    @Path("imports/{id}/refused")
    @Produces("text/csv")
    @Operation(
            summary = "The refused rows as CSV: refusedLine, refusedReason, and the row as it was",
            description = "Mend it and import it: the two columns in front mean nothing then.")
    @APIResponse(responseCode = "200", description = "The rows, in the order of the file")
    @APIResponse(responseCode = "404", description = "There is no such import, or it is another source's")
    public Response refused(
            @PathParam("id") String id,
            @Parameter(description = "Whose, where two sources have the same id; for admin and ops")
                    @QueryParam("source")
                    @Nullable
                    String source,
            @Context HttpHeaders headers) {
        return desk.refused(Callers.Credentials.of(headers), id, source);
    }
}
