package dev.bellwether.alert.web;

import com.fasterxml.jackson.annotation.JsonInclude;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.List;

/**
 * An error as RFC 9457 has it.
 *
 * @param type stable name of the kind of error
 * @param errors the fields that are wrong
 */
@JsonInclude(JsonInclude.Include.NON_EMPTY)
public record ProblemDocument(String type, String title, int status, String detail, List<FieldError> errors) {

    static final String CONTENT_TYPE = "application/problem+json";
    private static final String TYPES = "https://bellwether.dev/problems/";

    /** What is wrong with one field. */
    public record FieldError(String pointer, String detail) {}

    /** The answer that carries it. */
    public static Response response(int status, String kind, String title, String detail, FieldError... errors) {
        var document = new ProblemDocument(TYPES + kind, title, status, detail, List.of(errors));
        return Response.status(status)
                .type(MediaType.valueOf(CONTENT_TYPE))
                .entity(document)
                .build();
    }
}
