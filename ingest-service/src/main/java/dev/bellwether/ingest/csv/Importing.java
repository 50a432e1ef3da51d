package dev.bellwether.ingest.csv;

import dev.bellwether.contracts.Reading;
import dev.bellwether.ingest.Door;
import dev.bellwether.ingest.IngestMetrics;
import dev.bellwether.ingest.IngestSettings;
import dev.bellwether.ingest.Outage;
import dev.bellwether.ingest.csv.row.ImportKind;
import dev.bellwether.ingest.csv.row.ImportOrder;
import dev.bellwether.ingest.csv.row.RowReader;
import dev.bellwether.ingest.publish.BatchPublisher;
import dev.bellwether.ingest.source.Source;
import dev.bellwether.ingest.verdict.Reason;
import io.quarkus.runtime.ShutdownDelayInitiatedEvent;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import jakarta.ws.rs.core.Response;
import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The way of a file: its header, its job, its rows, the answer. */
@Singleton
class Importing {

    private final BatchPublisher publisher;
    private final Run.Keeping keeping;
    private final Outage outage;
    private final Clock clock;
    private final int eventBytes;
    private final Duration within;
    private volatile boolean stopping;

    Importing(BatchPublisher publisher, Jobs jobs, IngestMetrics metrics, Outage outage, Setting setting) {
        this.publisher = publisher;
        this.keeping = new Run.Keeping(jobs, metrics, setting.settings().imports());
        this.outage = outage;
        this.clock = setting.clock();
        this.within = setting.settings().answerWithin();
        this.eventBytes = setting.settings().limits().eventBytes();
    }

    /** What surrounds the service. */
    @Singleton
    record Setting(IngestSettings settings, Clock clock) {}

    /** Before the server waits for what it has taken in, imports among it, and while there is a producer to end them with. */
    void stop(@Observes ShutdownDelayInitiatedEvent told) {
        stopping = true;
    }

    /** Returns when the file has ended, or when it can go no further for now. Blocks: a thread a file. */
    Response receive(Caller caller, String id, ImportOrder order, Upload upload) {
        try {
            return switch (Opened.of(upload.unpacked(), order, keeping.limits())) {
                case Reading.Refused<Opened>(var problems) -> {
                    keeping.metrics().refused(Door.IMPORT, caller.owner(), Reason.INVALID);
                    yield Answers.unusable(problems);
                }
                case Reading.Understood<Opened>(Opened opened) -> {
                    String other = otherThan(keeping.jobs().find(id, caller.owner()), order, opened);
                    yield counted(
                            order.kind(),
                            other == null
                                    ? run(begin(caller, id, order, opened, upload), order, opened)
                                    : Answers.conflict(other));
                }
            };
        } catch (IOException e) {
            return counted(order.kind(), Answers.brokenOff());
        } catch (Unrecorded e) {
            return counted(order.kind(), Answers.later(outage.excuse(e)));
        }
    }

    /** Who is answered 200 has all of the file in. */
    private Response counted(ImportKind kind, Response answer) {
        boolean done = answer.getStatus() == Response.Status.OK.getStatusCode();
        keeping.metrics().imported(kind, done ? JobState.DONE : JobState.INTERRUPTED);
        return answer;
    }

    /** What differs from the file that had the id before; looked at first, because to begin ends whoever is sending it. */
    private static @Nullable String otherThan(@Nullable Job before, ImportOrder order, Opened opened) {
        if (before == null) {
            return null;
        }
        if (!before.how().equals(order.text())) {
            return "with this Idempotency-Key a file was read in another way: " + before.how();
        }
        return Arrays.equals(before.heading().header(), opened.heading().header())
                ? null
                : "with this Idempotency-Key another file was sent";
    }

    private Job begin(Caller caller, String id, ImportOrder order, Opened opened, Upload upload) {
        Instant now = clock.instant();
        return keeping.jobs()
                .begin(new Job(
                        caller.owner(),
                        id,
                        order.kind(),
                        order.text(),
                        order.asOf() == null ? now : order.asOf(),
                        JobState.RUNNING,
                        1,
                        opened.heading(),
                        Progress.NONE,
                        upload.length(),
                        now,
                        now));
    }

    private Response run(Job job, ImportOrder order, Opened opened) throws IOException {
        if (job.progress().bytes() > 0) {
            opened.framing().resume(job.progress().bytes(), job.progress().line());
        }
        if (!isWhereItWas(job, opened)) {
            return conflict(job, "with this Idempotency-Key another file was sent");
        }
        if (job.state() == JobState.DONE) {
            return Answers.job(job, clock.instant());
        }
        RowReader.Origin origin = new RowReader.Origin(Source.uriOf(job.source()), job.asOf(), eventBytes);
        Sheet sheet = new Sheet(opened.framing(), opened.cells(), new RowReader(opened.header(), order, origin), clock);
        return answer(new Run(job, sheet, new Flight(publisher, within), keeping));
    }

    /** Whether what was read before is the beginning of this file, and all of it when it was read to the end. */
    private static boolean isWhereItWas(Job job, Opened opened) throws IOException {
        Progress before = job.progress();
        boolean same = before.bytes() == 0
                || opened.framing().offset() == before.bytes()
                        && opened.framing().sum() == before.checksum();
        return same && (job.state() != JobState.DONE || opened.framing().next() == null);
    }

    private Response conflict(Job job, String detail) {
        JobState state = job.state() == JobState.DONE ? JobState.DONE : JobState.INTERRUPTED;
        Instant now = clock.instant();
        keeping.jobs().save(job.with(state, job.progress(), now), List.of());
        return Answers.conflict(detail);
    }

    private Response answer(Run run) {
        return switch (run.go(() -> stopping)) {
            case COMPLETE -> Answers.job(run.job(), clock.instant());
            case SENDER_LEFT -> Answers.brokenOff();
            case KAFKA_AWAY -> Answers.later(Reason.UNAVAILABLE, "Kafka does not acknowledge; " + goesOn(run));
            case STOPPING -> Answers.later(Reason.UNAVAILABLE, "this instance is being stopped; " + goesOn(run));
            case SUPERSEDED -> Answers.conflict("another sender goes on with this file");
        };
    }

    private static String goesOn(Run run) {
        return "send the file again with the header Idempotency-Key: "
                + run.job().id() + ", and it goes on after line "
                + (run.job().progress().line() - 1);
    }
}
