package dev.bellwether.ingest.csv;

import dev.bellwether.contracts.Problem;
import dev.bellwether.contracts.Reading;
import dev.bellwether.ingest.Door;
import dev.bellwether.ingest.HttpProblem;
import dev.bellwether.ingest.IngestMetrics;
import dev.bellwether.ingest.IngestSettings;
import dev.bellwether.ingest.csv.row.ImportKind;
import dev.bellwether.ingest.csv.row.ImportOrder;
import dev.bellwether.ingest.verdict.Reason;
import dev.bellwether.ingest.verdict.Verdict;
import jakarta.inject.Singleton;
import jakarta.ws.rs.core.Response;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Lets files in: who sends, what it is, how it is to be read, and whether there is room. */
@Singleton
class ImportDoor {

    private static final Pattern KEY = Pattern.compile("[A-Za-z0-9._-]{1,100}");

    private final Callers callers;
    private final Importing importing;
    private final IngestMetrics metrics;
    private final Places room;

    ImportDoor(Callers callers, Importing importing, IngestMetrics metrics, IngestSettings settings) {
        this.callers = callers;
        this.importing = importing;
        this.metrics = metrics;
        this.room = new Places(settings.imports().atOnce());
    }

    /**
     * Answers when the file has ended. Blocks.
     *
     * @param key the {@code Idempotency-Key}, which becomes the id of the job, or null
     */
    Response receive(Request request, @Nullable String key, Upload upload) {
        return switch (callers.admit(request.credentials())) {
            case Verdict.Refused<Caller>(Reason reason, var problems) -> HttpProblem.refusal(reason, problems);
            case Verdict.Accepted<Caller>(Caller caller) -> receive(caller, request, key, upload);
        };
    }

    private Response receive(Caller caller, Request request, @Nullable String key, Upload upload) {
        ImportKind kind = ImportKind.named(request.kind());
        if (kind == null) {
            return Answers.notFound("what can be imported: "
                    + Arrays.stream(ImportKind.values()).map(ImportKind::tag).collect(Collectors.joining(", ")));
        }
        return switch (Orders.read(kind, request.query())) {
            case Reading.Refused<ImportOrder>(var problems) -> unusable(caller, problems);
            case Reading.Understood<ImportOrder>(ImportOrder order) -> receive(caller, key, order, upload);
        };
    }

    /** What a request says before its body. */
    record Request(Callers.Credentials credentials, String kind, Map<String, List<String>> query) {}

    private Response receive(Caller caller, @Nullable String key, ImportOrder order, Upload upload) {
        if (key != null && !KEY.matcher(key).matches()) {
            return unusable(
                    caller,
                    List.of(new Problem(
                            "/Idempotency-Key", "must have 1 to 100 letters, digits, dots, hyphens and underscores")));
        }
        if (!upload.isReadable()) {
            return unusable(caller, List.of(new Problem("/Content-Encoding", "must be gzip or none")));
        }
        if (!room.enter(caller)) {
            metrics.refused(Door.IMPORT, caller.owner(), Reason.OVERLOADED);
            return Answers.later(Reason.OVERLOADED, "as many files are being read as there may be; try again soon");
        }
        metrics.importing().incrementAndGet();
        try {
            return importing.receive(caller, key == null ? UUID.randomUUID().toString() : key, order, upload);
        } finally {
            metrics.importing().decrementAndGet();
            room.leave(caller);
        }
    }

    private Response unusable(Caller caller, List<Problem> problems) {
        metrics.refused(Door.IMPORT, caller.owner(), Reason.INVALID);
        return Answers.unusable(problems);
    }
}
