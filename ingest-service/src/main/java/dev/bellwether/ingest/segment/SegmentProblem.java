package dev.bellwether.ingest.segment;

import dev.bellwether.contracts.Problem;
import dev.bellwether.ingest.HttpProblem;
import dev.bellwether.ingest.verdict.Reason;
import java.util.List;
import java.util.stream.Collectors;

/**
 * A problem that Segment's clients can read too: they look for {@code code} and {@code message}, and one of them
 * repeats a refused request for as long as it does not find them.
 */
record SegmentProblem(
        boolean success,
        String code,
        String message,
        String type,
        String title,
        int status,
        String detail,
        List<Problem> errors) {

    static SegmentProblem of(Reason reason, List<Problem> problems) {
        String message = problems.stream().map(Problem::text).collect(Collectors.joining("; "));
        List<Problem> fields = problems.stream()
                .filter(problem -> !problem.pointer().isEmpty())
                .toList();
        HttpProblem problem = HttpProblem.of(reason, status(reason), message, fields);
        return new SegmentProblem(
                false,
                code(reason),
                message,
                problem.type(),
                problem.title(),
                problem.status(),
                problem.detail(),
                problem.errors());
    }

    /** Some clients repeat a request on every status but 400, so all that repeating cannot heal is a 400. */
    private static int status(Reason reason) {
        return switch (reason) {
            case UNREADABLE, UNSUPPORTED, INVALID, TOO_LARGE, IN_THE_FUTURE, ACCOUNT_UNKNOWN, PARKING_FULL -> 400;
            case UNAUTHORIZED -> 401;
            case TOO_FAST -> 429;
            case OVERLOADED, CROWDED, UNAVAILABLE -> 503;
        };
    }

    private static String code(Reason reason) {
        return switch (reason) {
            case UNREADABLE, UNSUPPORTED, INVALID, TOO_LARGE, IN_THE_FUTURE, ACCOUNT_UNKNOWN, PARKING_FULL ->
                "invalid_request";
            case UNAUTHORIZED -> "unauthorized";
            case TOO_FAST -> "too_fast";
            case OVERLOADED, CROWDED -> "overloaded";
            case UNAVAILABLE -> "unavailable";
        };
    }
}
