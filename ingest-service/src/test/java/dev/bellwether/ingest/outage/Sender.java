package dev.bellwether.ingest.outage;

import static dev.bellwether.ingest.testing.TestSources.WEB_KEY;

import dev.bellwether.ingest.testing.Address;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Base64;
import java.util.Collection;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicInteger;

/** Sends events of both doors without end, each once, and notes which were accepted and how long answers took. */
final class Sender implements AutoCloseable {

    private static final int THREADS = 4;

    private final HttpClient client = HttpClient.newHttpClient();
    private final AtomicInteger number = new AtomicInteger();
    private final Queue<String> accepted = new ConcurrentLinkedQueue<>();
    private final Queue<Answer> answers = new ConcurrentLinkedQueue<>();
    private final Thread[] threads = new Thread[THREADS];
    private volatile boolean stopping;

    /** How a request was answered. */
    record Answer(int status, boolean says, Duration took) {}

    Sender() {
        for (int i = 0; i < THREADS; i++) {
            threads[i] = Thread.ofVirtual().start(this::run);
        }
    }

    private void run() {
        while (!stopping) {
            int one = number.incrementAndGet();
            try {
                send("away-" + one, one % 2 == 0);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                return;
            }
        }
    }

    private void send(String id, boolean segment) throws IOException, InterruptedException {
        long begin = System.nanoTime();
        HttpResponse<Void> response = client.send(request(id, segment), HttpResponse.BodyHandlers.discarding());
        answers.add(answer(response, begin));
        if (response.statusCode() < 300) {
            accepted.add(id);
        }
    }

    private static Answer answer(HttpResponse<Void> response, long begin) {
        return new Answer(
                response.statusCode(),
                response.headers().firstValue("Retry-After").isPresent(),
                Duration.ofNanos(System.nanoTime() - begin));
    }

    private static HttpRequest request(String id, boolean segment) {
        return segment
                ? request(
                        "/v1/track",
                        "{\"messageId\":\"" + id
                                + "\",\"userId\":\"u\",\"event\":\"e\",\"context\":{\"groupId\":\"g\"}}")
                : request(
                        "/v1/events",
                        "{\"specversion\":\"1.0\",\"id\":\"" + id
                                + "\",\"source\":\"/s\",\"type\":\"bellwether.usage\",\"subject\":\"g\","
                                + "\"data\":{\"userId\":\"u\",\"feature\":\"e\"}}");
    }

    /** The answers to as many requests, all of which are sent before the first is answered. */
    static List<Answer> atOnce(int requests) {
        try (HttpClient client = HttpClient.newHttpClient()) {
            List<CompletableFuture<Answer>> answers = new ArrayList<>();
            for (int i = 0; i < requests; i++) {
                long begin = System.nanoTime();
                answers.add(client.sendAsync(request("crowd-" + i, i % 2 == 0), HttpResponse.BodyHandlers.discarding())
                        .thenApply(response -> answer(response, begin)));
            }
            return answers.stream().map(CompletableFuture::join).toList();
        }
    }

    /** Sends a request of which nothing goes to Kafka; gives its status. */
    int sendNothing() throws IOException, InterruptedException {
        return client.send(request("/v1/batch", "{\"batch\":[]}"), HttpResponse.BodyHandlers.discarding())
                .statusCode();
    }

    private static HttpRequest request(String path, String body) {
        return HttpRequest.newBuilder(Address.of(path))
                .header(
                        "Authorization",
                        "Basic " + Base64.getEncoder().encodeToString((WEB_KEY + ":").getBytes(StandardCharsets.UTF_8)))
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofString(body))
                .build();
    }

    Collection<String> accepted() {
        return accepted;
    }

    /** The answers since the last time they were asked for. */
    Collection<Answer> answers() {
        Collection<Answer> some = new ArrayList<>();
        for (Answer answer = answers.poll(); answer != null; answer = answers.poll()) {
            some.add(answer);
        }
        return some;
    }

    @Override
    public void close() throws InterruptedException {
        stopping = true;
        for (Thread thread : threads) {
            thread.join();
        }
        client.close();
    }
}
