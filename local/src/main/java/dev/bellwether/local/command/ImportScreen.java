package dev.bellwether.local.command;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** What is said of an import. */
final class ImportScreen {

    private final Screen screen;
    private final ImportWords words;
    private final long bytes;
    private final Instant began = Instant.now();
    private long rowsBefore;

    /**
     * @param bytes of the file; 0 when it is packed, for then nobody knows how many rows will come
     */
    ImportScreen(Screen screen, ImportWords words, long bytes) {
        this.screen = screen;
        this.words = words;
        this.bytes = bytes;
    }

    /** The import goes on after some rows, which tell nothing of how fast it is. */
    void goesOn(long rows) {
        rowsBefore = rows;
        screen.line(String.format(Locale.ROOT, "going on after %,d rows", rows));
    }

    void line(String text) {
        screen.line(text);
    }

    void progress(JsonNode job) {
        long done = job.path("bytes").asLong();
        if (bytes == 0 && done > 0) {
            screen.progress("import " + words.kind(), counts(job));
        } else if (done > 0 && done < bytes) {
            screen.progress("import " + words.kind(), done, bytes, counts(job));
        }
    }

    void done(JsonNode job) {
        screen.progress("import " + words.kind(), 1, 1, counts(job));
    }

    void summary(JsonNode job) {
        List<String> ignored = new ArrayList<>();
        job.path("ignoredColumns").forEach(name -> ignored.add(name.asText()));
        if (!ignored.isEmpty()) {
            line("columns that mean nothing for " + words.kind() + ": " + String.join(", ", ignored));
        }
        line(String.format(
                Locale.ROOT,
                "rows %,d, published %,d, refused %,d",
                job.path("rows").asLong(),
                job.path("published").asLong(),
                job.path("refused").asLong()));
    }

    void refused(JsonNode job) {
        long kept = job.path("refusedKept").asLong();
        line((kept < job.path("refused").asLong() ? String.format(Locale.ROOT, "the first %,d of them", kept) : "they")
                + " stand in " + words.refusedFile() + ", each with its line and reason: mend and import that file");
    }

    /** What ingest says is wrong, with every field. */
    String problem(JsonNode problem, int status) {
        StringBuilder text = new StringBuilder("ingest refuses the file:");
        if (problem.path("errors").isEmpty()) {
            return text.append(" ")
                    .append(problem.path("detail").asText("status " + status))
                    .toString();
        }
        for (JsonNode error : problem.path("errors")) {
            text.append("\n  ")
                    .append((error.path("pointer").asText().replaceFirst("^/", "") + " "
                                    + error.path("detail").asText())
                            .strip());
        }
        return text.toString();
    }

    private String counts(JsonNode job) {
        long rows = job.path("rows").asLong();
        double seconds = Math.max(0.001, Duration.between(began, Instant.now()).toMillis() / 1000.0);
        return String.format(
                Locale.ROOT,
                "%,d rows  %,d/s  %,d refused",
                rows,
                Math.round((rows - rowsBefore) / seconds),
                job.path("refused").asLong());
    }
}
