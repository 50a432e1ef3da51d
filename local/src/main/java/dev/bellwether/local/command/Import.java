package dev.bellwether.local.command;

import com.fasterxml.jackson.databind.JsonNode;
import dev.bellwether.local.settings.LocalJson;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;

/** {@code import KIND FILE}: sends a CSV file to ingest, again and again until it is through. */
final class Import {

    private static final Duration PATIENCE = Duration.ofMinutes(5);
    private static final int LOOK_EVERY_MILLIS = 500;
    private static final int PAUSE_SECONDS = 2;

    private final ImportWords words;
    private final ImportDesk desk;
    private final String key;
    private final ImportScreen screen;
    private final Duration patience;
    private long furthest = -1;
    private Instant movedAt = Instant.now();

    private Import(ImportWords words, ImportDesk desk, String key, ImportScreen screen, Duration patience) {
        this.words = words;
        this.desk = desk;
        this.key = key;
        this.screen = screen;
        this.patience = patience;
    }

    static int run(Session session, List<String> arguments) throws CommandFailed, IOException, InterruptedException {
        return run(session, arguments, PATIENCE);
    }

    /**
     * The same.
     *
     * @param patience how long it may take without a row
     */
    static int run(Session session, List<String> arguments, Duration patience)
            throws CommandFailed, IOException, InterruptedException {
        ImportWords words = ImportWords.of(arguments);
        if (!Files.isRegularFile(words.file())) {
            throw CommandFailed.because("there is no file " + words.file());
        }
        try (ImportDesk desk = desk(session, words)) {
            long bytes = words.isPacked() ? 0 : Files.size(words.file());
            ImportScreen screen = new ImportScreen(session.screen(), words, bytes);
            return new Import(words, desk, ImportKey.of(words), screen, patience).run();
        }
    }

    private static ImportDesk desk(Session session, ImportWords words) throws CommandFailed, IOException {
        if (words.url() == null) {
            LocalJson local = LocalJson.read(session.home());
            return new ImportDesk(local.urls().ingest(), local.writeKey());
        }
        String writeKey = session.environment().getOrDefault("BELLWETHER_WRITE_KEY", "");
        if (writeKey.isBlank()) {
            throw CommandFailed.usage("--url wants a write key of that ingest in BELLWETHER_WRITE_KEY");
        }
        return new ImportDesk(words.url().replaceFirst("/+$", ""), writeKey);
    }

    private int run() throws CommandFailed, IOException, InterruptedException {
        JsonNode before = desk.job(key);
        if (before.path("state").asText().equals("done")) {
            screen.line("this file was imported before, in the same way: nothing changes");
            return finish(before);
        }
        if (before.path("rows").asLong() > 0) {
            screen.goesOn(before.path("rows").asLong());
        }
        while (true) {
            HttpResponse<String> answer = attempt();
            if (answer != null && answer.statusCode() == 200) {
                JsonNode job = ImportDesk.tree(answer.body());
                screen.done(job);
                return finish(job);
            }
            if (answer != null && answer.statusCode() < 500 && answer.statusCode() != 429) {
                throw CommandFailed.because(screen.problem(ImportDesk.tree(answer.body()), answer.statusCode()));
            }
            pauseOrGiveUp(answer);
        }
    }

    /** The answer of ingest, or null when there was none. */
    private @Nullable HttpResponse<String> attempt() throws CommandFailed, IOException, InterruptedException {
        CompletableFuture<HttpResponse<String>> sending = desk.send(words, key);
        while (true) {
            try {
                return sending.get(LOOK_EVERY_MILLIS, TimeUnit.MILLISECONDS);
            } catch (TimeoutException e) {
                JsonNode job = desk.job(key);
                noteProgress(job);
                screen.progress(job);
                if (isOutOfPatience()) {
                    sending.cancel(true);
                    throw givingUp("ingest does not go on");
                }
            } catch (ExecutionException e) { // the connection broke; what was said of it is told by the next pause
                noteProgress(desk.job(key));
                return null;
            }
        }
    }

    private boolean isOutOfPatience() {
        return Duration.between(movedAt, Instant.now()).compareTo(patience) > 0;
    }

    private void noteProgress(JsonNode job) {
        if (job.path("bytes").asLong(-1) > furthest) {
            furthest = job.path("bytes").asLong();
            movedAt = Instant.now();
        }
    }

    private void pauseOrGiveUp(@Nullable HttpResponse<String> answer) throws CommandFailed, InterruptedException {
        String trouble = answer == null
                ? "ingest cannot be reached, or hung up"
                : "ingest says: "
                        + ImportDesk.tree(answer.body()).path("detail").asText("status " + answer.statusCode());
        if (isOutOfPatience()) {
            throw givingUp(trouble);
        }
        long seconds = answer == null
                ? PAUSE_SECONDS
                : answer.headers().firstValueAsLong("Retry-After").orElse(PAUSE_SECONDS);
        screen.line(trouble + "; going on in " + seconds + " s");
        TimeUnit.SECONDS.sleep(Math.min(seconds, 30));
    }

    private CommandFailed givingUp(String trouble) {
        return CommandFailed.because(trouble + "; gave up after " + patience.toSeconds()
                + " seconds without a row. Run the same command again: it goes on where it stopped");
    }

    private int finish(JsonNode job) throws IOException, InterruptedException {
        screen.summary(job);
        if (job.path("refused").asLong() == 0) {
            return 0;
        }
        desk.refused(key, words.refusedFile());
        screen.refused(job);
        return 1;
    }
}
