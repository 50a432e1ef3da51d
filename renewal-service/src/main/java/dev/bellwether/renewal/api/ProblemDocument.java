package dev.bellwether.renewal.api;

import dev.bellwether.contracts.Problem;
import jakarta.ws.rs.core.Response;
import java.util.List;

/**
 * What is answered when a request cannot be (RFC 9457).
 *
 * @param type stable, a URI
 * @param errors the fields that are wrong, if any are
 */
record ProblemDocument(String type, String title, int status, String detail, List<Problem> errors) {

    static final String MEDIA_TYPE = "application/problem+json";

    private static final String TYPES = "https://bellwether.dev/problems/";

    ProblemDocument {
        errors = List.copyOf(errors);
    }

    /**
     * @param kind the last part of the type
     */
    static ProblemDocument of(int status, String kind, String title, String detail, List<Problem> errors) {
        return new ProblemDocument(TYPES + kind, title, status, detail, errors);
    }

    Response response() {
        return Response.status(status).type(MEDIA_TYPE).entity(this).build();
    }
}
