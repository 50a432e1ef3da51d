package dev.bellwether.ingest.outage;

import static dev.bellwether.ingest.testing.TestSources.WEB_KEY;
import static java.nio.charset.StandardCharsets.UTF_8;

import dev.bellwether.ingest.testing.Address;
import java.io.IOException;
import java.io.InputStream;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** Sends CSV files of usage; a file is known by its key. */
final class FileSender implements AutoCloseable {

    private static final String HEADER = "id,accountId,userId,feature,occurredAt\n";
    private static final long PACE_NANOS = 50_000_000;

    private final HttpClient client = HttpClient.newHttpClient();

    /** The answer to a file of so many rows. */
    HttpResponse<String> send(String key, int rows) throws IOException, InterruptedException {
        return client.send(
                request(key)
                        .POST(HttpRequest.BodyPublishers.ofString(HEADER + rows(key, 0, rows)))
                        .build(),
                HttpResponse.BodyHandlers.ofString());
    }

    /** Begins to send a file that does not end. */
    @SuppressWarnings("FutureReturnValueIgnored") // how it goes is told of the job
    void sendWithoutEnd(String key) {
        client.sendAsync(
                request(key)
                        .POST(HttpRequest.BodyPublishers.ofInputStream(() -> new Endless(key)))
                        .build(),
                HttpResponse.BodyHandlers.discarding());
    }

    /** What is told of the file meanwhile, as text. */
    String job(String key) throws IOException, InterruptedException {
        return client.send(
                        HttpRequest.newBuilder(Address.of("/v1/imports/" + key))
                                .header("Authorization", "Bearer " + WEB_KEY)
                                .build(),
                        HttpResponse.BodyHandlers.ofString())
                .body();
    }

    private static HttpRequest.Builder request(String key) {
        return HttpRequest.newBuilder(Address.of("/v1/import/usage"))
                .header("Authorization", "Bearer " + WEB_KEY)
                .header("Idempotency-Key", key);
    }

    static String id(String key, int row) {
        return key + "-" + row;
    }

    private static String rows(String key, int from, int count) {
        return IntStream.range(from, from + count)
                .mapToObj(row -> id(key, row) + ",g,u,e,2026-01-01\n")
                .collect(Collectors.joining());
    }

    @Override
    public void close() {
        client.shutdownNow();
    }

    /** A thousand rows at a time. */
    private static final class Endless extends InputStream {
        private final String key;
        private byte[] some = HEADER.getBytes(UTF_8);
        private int at;
        private int row;

        Endless(String key) {
            this.key = key;
        }

        @Override
        public int read() {
            if (at == some.length) {
                LockSupport.parkNanos(PACE_NANOS);
                some = rows(key, row, 1000).getBytes(UTF_8);
                row += 1000;
                at = 0;
            }
            return some[at++];
        }
    }
}
