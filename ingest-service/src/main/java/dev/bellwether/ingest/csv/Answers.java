package dev.bellwether.ingest.csv;

import dev.bellwether.contracts.Problem;
import dev.bellwether.ingest.HttpProblem;
import dev.bellwether.ingest.Outage;
import dev.bellwether.ingest.verdict.Reason;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.time.Instant;
import java.util.List;
import java.util.stream.Collectors;

/** What this door answers. */
final class Answers {

    private Answers() {}

    static Response job(Job job, Instant now) {
        return Response.ok(JobAnswer.of(job, now), MediaType.APPLICATION_JSON_TYPE)
                .header(HttpHeaders.LOCATION, "/v1/imports/" + job.id())
                .build();
    }

    static Response notFound(String detail) {
        return problem(404, "not-found", "There is no such thing", detail);
    }

    static Response conflict(String detail) {
        return problem(409, "import-conflict", "This import cannot go on", detail);
    }

    /** The file, or how it is to be read, is no good as a whole: no row was looked at. */
    static Response unusable(List<Problem> problems) {
        String detail = problems.stream().map(Problem::text).limit(5).collect(Collectors.joining("; "));
        return HttpProblem.response(400, "unusable-file", "The file cannot be imported", detail, problems);
    }

    static Response brokenOff() {
        return problem(400, "broken-off", "The file broke off", "the body ended early, or is not gzip as it says");
    }

    static Response later(Outage.Excuse excuse) {
        return later(excuse.reason(), excuse.detail());
    }

    static Response later(Reason reason, String detail) {
        return HttpProblem.refusal(reason, List.of(new Problem("", detail)));
    }

    private static Response problem(int status, String slug, String title, String detail) {
        return HttpProblem.response(status, slug, title, detail, List.of());
    }
}
