package dev.bellwether.local.door;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpClient.Version;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.concurrent.locks.LockSupport;

/** Hands batches to ingest with the write key of the local run, and tries again while ingest is busy or away. */
public final class IngestDoor {

    private static final Duration CONNECT_TIMEOUT = Duration.ofSeconds(5);
    private static final Duration REQUEST_TIMEOUT = Duration.ofSeconds(60);
    private static final Duration PATIENCE = Duration.ofMinutes(5);
    private static final Duration LONGEST_PAUSE = Duration.ofSeconds(5);

    private final HttpClient client = HttpClient.newBuilder()
            .version(Version.HTTP_1_1)
            .connectTimeout(CONNECT_TIMEOUT)
            .build();
    private final String url;
    private final String writeKey;
    private final Trouble trouble;

    /** Is told what goes wrong on the way, in words for people. */
    @FunctionalInterface
    public interface Trouble {
        void tell(String what);
    }

    public IngestDoor(String url, String writeKey, Trouble trouble) {
        this.url = url;
        this.writeKey = writeKey;
        this.trouble = trouble;
    }

    /**
     * Sends one batch and returns when ingest has dealt with it.
     *
     * @throws IOException when ingest does not know the key or the address, or stays away for five minutes
     */
    Receipt send(Batch batch) throws IOException, InterruptedException {
        Instant begin = Instant.now();
        for (int attempt = 1; ; attempt++) {
            switch (attempt(batch)) {
                case Answer.Done done -> {
                    return done.receipt();
                }
                case Answer.Hopeless hopeless -> throw new IOException("ingest at " + url + " " + hopeless.reason());
                case Answer.Later later -> {
                    if (Duration.between(begin, Instant.now()).compareTo(PATIENCE) > 0) {
                        throw new IOException("ingest at " + url + " " + later.reason() + " for " + PATIENCE.toMinutes()
                                + " minutes; gave up");
                    }
                    pause(later, attempt);
                }
            }
        }
    }

    private Answer attempt(Batch batch) throws InterruptedException {
        try {
            HttpResponse<String> response = client.send(request(batch), BodyHandlers.ofString());
            String retryAfter = response.headers().firstValue("Retry-After").orElse("");
            return Answer.of(batch, response.statusCode(), retryAfter, response.body());
        } catch (IOException e) {
            String message = e.getMessage() == null ? e.getClass().getSimpleName() : e.getMessage();
            return new Answer.Later("cannot be reached (" + message + ")", Answer.USUAL_PAUSE);
        }
    }

    private HttpRequest request(Batch batch) {
        return HttpRequest.newBuilder(URI.create(url + batch.path()))
                .timeout(REQUEST_TIMEOUT)
                .header("Content-Type", batch.contentType())
                .header("Authorization", authorization(batch))
                .POST(BodyPublishers.ofString(batch.body()))
                .build();
    }

    private String authorization(Batch batch) {
        return switch (batch.door()) {
            case SEGMENT ->
                "Basic " + Base64.getEncoder().encodeToString((writeKey + ":").getBytes(StandardCharsets.UTF_8));
            case CLOUD_EVENTS -> "Bearer " + writeKey;
        };
    }

    private void pause(Answer.Later later, int attempt) throws InterruptedException {
        Duration usual = Duration.ofMillis(100L << Math.min(attempt, 6));
        Duration pause = later.pause().isZero() ? usual : later.pause();
        Duration bounded = pause.compareTo(LONGEST_PAUSE) > 0 ? LONGEST_PAUSE : pause;
        // the first hiccup is not worth a word
        if (attempt > 1) {
            trouble.tell("ingest " + later.reason() + "; trying again in " + bounded.toMillis() + " ms");
        }
        LockSupport.parkNanos(bounded.toNanos());
        if (Thread.interrupted()) {
            throw new InterruptedException();
        }
    }
}
