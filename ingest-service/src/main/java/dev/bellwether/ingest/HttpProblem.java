package dev.bellwether.ingest;

import dev.bellwether.contracts.Problem;
import dev.bellwether.ingest.verdict.Reason;
import java.util.List;

/**
 * An RFC 9457 problem.
 *
 * @param type a URI that never changes its meaning
 * @param detail an English sentence about this occurrence
 * @param errors the fields that are wrong, when it is about fields
 */
public record HttpProblem(String type, String title, int status, String detail, List<Problem> errors) {

    public static final String MEDIA_TYPE = "application/problem+json";

    /** Seconds until a request that met too much work, or a broker that was away, is worth repeating. */
    public static final int RETRY_AFTER = 5;

    public HttpProblem {
        errors = List.copyOf(errors);
    }

    /** The problem of a whole request. */
    public static HttpProblem of(Reason reason, int status, String detail, List<Problem> errors) {
        return new HttpProblem(
                "https://bellwether.dev/problems/" + slug(reason), title(reason), status, detail, errors);
    }

    private static String slug(Reason reason) {
        return switch (reason) {
            case UNREADABLE -> "unreadable-body";
            case UNSUPPORTED -> "unsupported-media-type";
            case INVALID, IN_THE_FUTURE, ACCOUNT_UNKNOWN, PARKING_FULL -> "invalid-events";
            case TOO_LARGE -> "too-large";
            case UNAUTHORIZED -> "unauthorized";
            case OVERLOADED -> "overloaded";
            case UNAVAILABLE -> "unavailable";
        };
    }

    private static String title(Reason reason) {
        return switch (reason) {
            case UNREADABLE -> "The body cannot be read";
            case UNSUPPORTED -> "The body comes in a form that is not read here";
            case INVALID, IN_THE_FUTURE, ACCOUNT_UNKNOWN, PARKING_FULL -> "No event could be accepted";
            case TOO_LARGE -> "The request is too large";
            case UNAUTHORIZED -> "A write key is needed";
            case OVERLOADED -> "Too much is under way";
            case UNAVAILABLE -> "Events cannot be kept right now";
        };
    }
}
