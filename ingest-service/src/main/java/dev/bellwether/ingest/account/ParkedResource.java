package dev.bellwether.ingest.account;

import io.smallrye.common.annotation.Blocking;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.BadRequestException;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
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
            @QueryParam("limit") @DefaultValue("50") int limit, @QueryParam("cursor") @Nullable String cursor) {
        if (limit < 1 || limit > MOST) {
            throw new BadRequestException("limit must be from 1 to " + MOST);
        }
        int from = cursor == null ? 0 : place(cursor);
        List<ParkedUser> users = parking.users(from, limit + 1);
        boolean more = users.size() > limit;
        return new Page(
                parking.waiting(), more ? users.subList(0, limit) : users, more ? String.valueOf(from + limit) : null);
    }

    private static int place(String cursor) {
        try {
            return Math.max(0, Integer.parseInt(cursor));
        } catch (NumberFormatException e) {
            throw new BadRequestException("cursor must be the nextCursor of another page", e);
        }
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
