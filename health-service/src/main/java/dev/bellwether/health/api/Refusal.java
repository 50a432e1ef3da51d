package dev.bellwether.health.api;

import dev.bellwether.contracts.Problem;
import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.core.Response;
import java.util.List;

/** An answer of RFC 9457: what was wrong with the request, field by field. */
final class Refusal extends WebApplicationException {

    private static final long serialVersionUID = 1L;

    /** The body. */
    record Body(String type, String title, int status, List<Problem> errors) {}

    private Refusal(Body body) {
        super(
                body.title(),
                Response.status(body.status())
                        .type("application/problem+json")
                        .entity(body)
                        .build());
    }

    static Refusal badParameter(String name, String detail) {
        return new Refusal(new Body(
                "https://bellwether.dev/problems/bad-parameter",
                "A parameter is wrong",
                400,
                List.of(new Problem("/" + name, detail))));
    }

    static Refusal notFound(String what) {
        return new Refusal(
                new Body("https://bellwether.dev/problems/not-found", what + " is not known", 404, List.of()));
    }
}
