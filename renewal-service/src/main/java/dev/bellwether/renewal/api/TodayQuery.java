package dev.bellwether.renewal.api;

import dev.bellwether.renewal.account.AtStake;
import jakarta.ws.rs.QueryParam;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.jspecify.annotations.Nullable;

/** What a caller may ask of the today list; what is wrong with it is answered as a problem. */
record TodayQuery(
        @QueryParam("owner") @Parameter(description = "E-mail of the customer success manager") @Nullable
        String ownerText,

        @QueryParam("limit") @Parameter(description = "1 … 200, default 50") @Nullable
        String limitText,

        @QueryParam("cursor") @Parameter(description = "nextCursor of the page before") @Nullable
        String cursor) {

    @Nullable
    String owner() {
        return Texts.storable("owner", ownerText);
    }

    int limitOr(int unsaid) {
        return Texts.limit(limitText, unsaid);
    }

    AtStake.@Nullable Place after() {
        return cursor == null ? null : Cursor.read(cursor, 4, TodayQuery::place);
    }

    static String cursor(AtStake.Place place) {
        return Cursor.write(
                Double.toString(place.rank()),
                Integer.toString(place.gravity()),
                place.accountId(),
                place.contractId());
    }

    private static AtStake.Place place(List<String> parts) {
        double rank = Double.parseDouble(parts.get(0));
        if (!Double.isFinite(rank)) {
            throw new IllegalArgumentException("no rank is " + rank);
        }
        return new AtStake.Place(rank, Integer.parseInt(parts.get(1)), parts.get(2), parts.get(3));
    }
}
