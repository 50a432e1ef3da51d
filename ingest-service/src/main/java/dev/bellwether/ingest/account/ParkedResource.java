package dev.bellwether.ingest.account;

import dev.bellwether.ingest.BadParameter;
import io.smallrye.common.annotation.Blocking;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** Shows operators which users' accounts are waited for. */
@Path("/v1/parked")
@RolesAllowed({"ops", "admin"})
@Blocking
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Parked", description = "Events whose user belongs to no account yet")
public class ParkedResource {

    private static final int MOST = 200;

    private final Parking parking;

    ParkedResource(Parking parking) {
        this.parking = parking;
    }

    /** The users whose events have waited longest come first. */
    @GET
    @Operation(summary = "Users whose account is not known, with how many events wait for it and since when")
    public Page list(
            @Parameter(schema = @Schema(type = SchemaType.INTEGER)) @QueryParam("limit") @DefaultValue("50")
                    String limit,
            @QueryParam("cursor") @DefaultValue("0") String cursor) {
        int most = number(limit, 1, MOST, "limit", "must be a number from 1 to " + MOST);
        int from = number(cursor, 0, Integer.MAX_VALUE - MOST, "cursor", "must be the nextCursor of another page");
        List<ParkedUser> users = parking.users(from, most + 1);
        boolean more = users.size() > most;
        return new Page(
                parking.waiting(), more ? users.subList(0, most) : users, more ? String.valueOf(from + most) : null);
    }

    private static int number(String text, int least, int most, String name, String detail) {
        int number;
        try {
            number = Integer.parseInt(text);
        } catch (NumberFormatException e) { // said below, as of one out of range
            number = -1;
        }
        if (number < least || number > most) {
            throw new BadParameter(name, detail);
        }
        return number;
    }

    /**
     * @param waiting how many events wait in all
     */
    public record Page(
            long waiting, List<ParkedUser> items, @Nullable String nextCursor) {

        public Page {
            items = List.copyOf(items);
        }
    }
}
