package dev.bellwether.renewal.api;

import dev.bellwether.renewal.account.ListedContract;
import dev.bellwether.renewal.term.Status;
import jakarta.ws.rs.QueryParam;
import java.util.Arrays;
import java.util.stream.Collectors;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.jspecify.annotations.Nullable;

/** What a caller may ask of the list of renewals; what is wrong with it is answered as a problem. */
record RenewalQuery(
        @QueryParam("owner") @Parameter(description = "E-mail of the customer success manager") @Nullable
        String ownerText,

        @QueryParam("status")
        @Parameter(description = "draft, undated, trial, active, cancelled, lapsed or churned")
        @Nullable
        String statusText,

        @QueryParam("within")
        @Parameter(description = "Only decision dates from today to that many days ahead, 0 … 3650")
        @Nullable
        String withinText,

        @QueryParam("limit") @Parameter(description = "1 … 200, default 50") @Nullable
        String limitText,

        @QueryParam("cursor") @Parameter(description = "nextCursor of the page before") @Nullable
        String cursor) {

    private static final int FARTHEST = 3650;

    @Nullable
    String owner() {
        return Texts.storable("owner", ownerText);
    }

    @Nullable
    Status status() {
        return statusText == null
                ? null
                : Status.of(statusText)
                        .orElseThrow(() -> Refusal.parameter(
                                "status",
                                "must be one of "
                                        + Arrays.stream(Status.values())
                                                .map(Status::word)
                                                .collect(Collectors.joining(", "))));
    }

    @Nullable
    Integer within() {
        return withinText == null ? null : Texts.number("within", withinText, 0, FARTHEST);
    }

    int limitOr(int unsaid) {
        return Texts.limit(limitText, unsaid);
    }

    ListedContract.@Nullable Place after() {
        return cursor == null ? null : Cursor.read(cursor);
    }
}
