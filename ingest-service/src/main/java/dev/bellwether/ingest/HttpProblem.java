package dev.bellwether.ingest;

import dev.bellwether.contracts.Problem;
import dev.bellwether.ingest.verdict.Reason;
import io.vertx.core.http.HttpServerResponse;
import io.vertx.core.json.Json;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * An RFC 9457 problem.
 *
 * @param type a URI that never changes its meaning
 * @param detail an English sentence about this occurrence
 * @param errors the fields that are wrong, when it is about fields
 */
public record HttpProblem(String type, String title, int status, String detail, List<Problem> errors) {

    public static final String MEDIA_TYPE = "application/problem+json";

    /** Where the types of problems are, before their names. */
    private static final String TYPES = "https://bellwether.dev/problems/";

    /** Seconds until a request that met too much work, or a broker that was away, is worth repeating. */
    private static final int SOON = 5;

    /** Seconds until a source that was too fast may send again, and a crowd has had its turn. */
    private static final int NEXT_SECOND = 1;

    public HttpProblem {
        errors = List.copyOf(errors);
    }

    /** The problem of a whole request. */
    public static HttpProblem of(Reason reason, int status, String detail, List<Problem> errors) {
        return new HttpProblem(TYPES + slug(reason), title(reason), status, detail, errors);
    }

    /** The answer to a request that is refused for what is no {@link Reason} of the doors. */
    public static Response response(int status, String slug, String title, String detail, List<Problem> errors) {
        return Response.status(status)
                .entity(new HttpProblem(TYPES + slug, title, status, detail, errors))
                .type(MEDIA_TYPE)
                .build();
    }

    /** The problem of a whole request, with the status that belongs to it. */
    public static HttpProblem of(Reason reason, Problem problem) {
        return of(reason, status(reason), problem.text(), List.of());
    }

    /** The answer to a request that is refused as a whole, with the headers that belong to it. */
    public static Response refusal(Reason reason, List<Problem> problems) {
        String detail = problems.stream().map(Problem::text).limit(5).collect(Collectors.joining("; "));
        List<Problem> fields = problems.stream()
                .filter(problem -> !problem.pointer().isEmpty())
                .toList();
        Response.ResponseBuilder response = Response.status(status(reason))
                .entity(of(reason, status(reason), detail, fields))
                .type(MEDIA_TYPE);
        if (reason == Reason.UNAUTHORIZED) {
            response.header(HttpHeaders.WWW_AUTHENTICATE, "Bearer");
        }
        return response.header(HttpHeaders.RETRY_AFTER, retryAfter(reason)).build();
    }

    /**
     * Answers from outside the resources, where no JSON writer is at work.
     *
     * @param problem a document of this form, or of a door's own
     */
    public static void answer(HttpServerResponse response, Reason reason, int status, Object problem) {
        Integer again = retryAfter(reason);
        if (again != null) {
            response.putHeader(HttpHeaders.RETRY_AFTER, again.toString());
        }
        response.setStatusCode(status)
                .putHeader(HttpHeaders.CONTENT_TYPE, MEDIA_TYPE)
                .end(Json.encode(problem));
    }

    private static int status(Reason reason) {
        return switch (reason) {
            case UNREADABLE, INVALID, IN_THE_FUTURE, ACCOUNT_UNKNOWN, PARKING_FULL -> 400;
            case UNAUTHORIZED -> 401;
            case TOO_LARGE -> 413;
            case UNSUPPORTED -> 415;
            case TOO_FAST -> 429;
            case OVERLOADED, CROWDED, UNAVAILABLE -> 503;
        };
    }

    /** Seconds for {@code Retry-After} where repeating the same request helps; null where it does not. */
    public static @Nullable Integer retryAfter(Reason reason) {
        return switch (reason) {
            case TOO_FAST, CROWDED -> NEXT_SECOND;
            case OVERLOADED, UNAVAILABLE -> SOON;
            case UNREADABLE,
                    UNSUPPORTED,
                    INVALID,
                    IN_THE_FUTURE,
                    ACCOUNT_UNKNOWN,
                    PARKING_FULL,
                    TOO_LARGE,
                    UNAUTHORIZED -> null;
        };
    }

    private static String slug(Reason reason) {
        return switch (reason) {
            case UNREADABLE -> "unreadable-body";
            case UNSUPPORTED -> "unsupported-media-type";
            case INVALID, IN_THE_FUTURE, ACCOUNT_UNKNOWN, PARKING_FULL -> "invalid-events";
            case TOO_LARGE -> "too-large";
            case UNAUTHORIZED -> "unauthorized";
            case TOO_FAST -> "too-fast";
            case OVERLOADED, CROWDED -> "overloaded";
            case UNAVAILABLE -> "unavailable";
        };
    }

    private static String title(Reason reason) {
        return switch (reason) {
            case UNREADABLE -> "The body cannot be read";
            case UNSUPPORTED -> "The body comes in a form that is not read here";
            case INVALID, IN_THE_FUTURE, ACCOUNT_UNKNOWN, PARKING_FULL -> "No event could be accepted";
            case TOO_LARGE -> "The request is too large";
            case UNAUTHORIZED -> "A write key or a signature is needed";
            case TOO_FAST -> "Too many requests a second";
            case OVERLOADED, CROWDED -> "Too much is under way";
            case UNAVAILABLE -> "Events cannot be kept right now";
        };
    }
}
