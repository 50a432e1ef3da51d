package dev.bellwether.health.api;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.bellwether.contracts.Problem;
import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** An answer of RFC 9457: what was wrong with the request, field by field. */
public final class Refusal extends WebApplicationException {

    private static final long serialVersionUID = 1L;

    private static final int NOT_NOW = 503;
    private static final int RETRY_AFTER_SECONDS = 5;

    /** The body. */
    record Body(
            String type,
            String title,
            int status,

            @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable
            String detail,

            List<Problem> errors) {}

    private Refusal(Body body) {
        super(
                body.title(),
                Response.status(body.status())
                        .type("application/problem+json")
                        .header(HttpHeaders.RETRY_AFTER, body.status() == NOT_NOW ? RETRY_AFTER_SECONDS : null)
                        .entity(body)
                        .build());
    }

    public static Refusal badParameter(String name, String detail) {
        return of(400, "bad-parameter", "A parameter is wrong", null, List.of(new Problem("/" + name, detail)));
    }

    public static Refusal notFound(String what) {
        return of(404, "not-found", what + " is not known", null, List.of());
    }

    /**
     * What was asked for does not go with how things are.
     *
     * @param type the last part of the problem's type
     * @param detail why, and what would help
     */
    public static Refusal conflict(String type, String title, String detail) {
        return of(409, type, title, detail, List.of());
    }

    /** An event that cannot be accepted, with every problem in it. */
    public static Refusal invalidEvent(String title, List<Problem> problems) {
        return of(422, "invalid-event", title, null, problems);
    }

    /** Not now: something that is needed does not answer. The same may be asked again some seconds later. */
    public static Refusal unavailable(String detail) {
        return of(NOT_NOW, "unavailable", "Something that is needed does not answer", detail, List.of());
    }

    private static Refusal of(int status, String type, String title, @Nullable String detail, List<Problem> errors) {
        return new Refusal(new Body("https://bellwether.dev/problems/" + type, title, status, detail, errors));
    }
}
