package dev.bellwether.renewal.api;

import dev.bellwether.contracts.Problem;
import jakarta.ws.rs.core.Response;
import java.util.List;

/** Thrown to answer a request with a problem. */
final class Refusal extends RuntimeException {

    private final transient ProblemDocument problem;

    private Refusal(ProblemDocument problem) {
        super(problem.detail());
        this.problem = problem;
    }

    static Refusal parameter(String name, String detail) {
        return new Refusal(ProblemDocument.of(
                400,
                "bad-parameter",
                "A parameter is wrong",
                name + " " + detail,
                List.of(new Problem("/" + name, detail))));
    }

    static Refusal fields(List<Problem> problems) {
        return new Refusal(ProblemDocument.of(
                400, "bad-field", "A field is wrong", "errors name each field and what is expected of it", problems));
    }

    static Refusal notFound(String what) {
        return new Refusal(ProblemDocument.of(404, "not-found", "Not found", what + " is not known", List.of()));
    }

    static Refusal forbidden(String detail) {
        return new Refusal(ProblemDocument.of(403, "forbidden", "Not allowed", detail, List.of()));
    }

    static Refusal conflict(String detail) {
        return conflict(detail, List.of());
    }

    /** What the fields ask for was possible once. */
    static Refusal conflict(List<Problem> problems) {
        return conflict("errors name each field and what can be done instead", problems);
    }

    private static Refusal conflict(String detail, List<Problem> problems) {
        return new Refusal(ProblemDocument.of(409, "conflict", "Not as things stand", detail, problems));
    }

    static Refusal ambiguous(String detail) {
        return new Refusal(ProblemDocument.of(409, "ambiguous", "More than one is meant", detail, List.of()));
    }

    Response response() {
        return problem.response();
    }
}
