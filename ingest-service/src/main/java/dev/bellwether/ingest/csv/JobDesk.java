package dev.bellwether.ingest.csv;

import dev.bellwether.ingest.HttpProblem;
import dev.bellwether.ingest.Outage;
import dev.bellwether.ingest.verdict.Reason;
import dev.bellwether.ingest.verdict.Verdict;
import jakarta.inject.Singleton;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.StreamingOutput;
import java.time.Clock;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Shows imports to those who may see them: a source its own, operations all. */
@Singleton
class JobDesk {

    private final Callers callers;
    private final Jobs jobs;
    private final Outage outage;
    private final Clock clock;

    JobDesk(Callers callers, Jobs jobs, Outage outage, Clock clock) {
        this.callers = callers;
        this.jobs = jobs;
        this.outage = outage;
        this.clock = clock;
    }

    /**
     * @param source of the two that may have the same id, for those who see all
     */
    Response job(Callers.Credentials credentials, String id, @Nullable String source) {
        return of(credentials, id, source, job -> Answers.job(job, clock.instant()));
    }

    Response refused(Callers.Credentials credentials, String id, @Nullable String source) {
        return of(credentials, id, source, job -> {
            StreamingOutput file = new RefusedFile(jobs, job)::write;
            return Response.ok(file, new MediaType("text", "csv", "utf-8"))
                    .header(
                            "Content-Disposition",
                            "attachment; filename=\"" + job.kind().tag() + ".refused.csv\"")
                    .build();
        });
    }

    private Response of(
            Callers.Credentials credentials, String id, @Nullable String source, Function<Job, Response> answer) {
        return switch (callers.admit(credentials)) {
            case Verdict.Refused<Caller>(Reason reason, var problems) -> HttpProblem.refusal(reason, problems);
            case Verdict.Accepted<Caller>(Caller caller) -> of(caller, id, source, answer);
        };
    }

    private Response of(Caller caller, String id, @Nullable String source, Function<Job, Response> answer) {
        try {
            Job job = jobs.find(id, caller.sees() == null ? source : caller.sees());
            return job == null ? Answers.notFound("there is no import of this id") : answer.apply(job);
        } catch (Unrecorded e) {
            return Answers.later(outage.excuse(e));
        }
    }
}
