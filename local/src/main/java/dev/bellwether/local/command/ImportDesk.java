package dev.bellwether.local.command;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.MissingNode;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;

/** Sends files to ingest, and asks it how far they are. */
final class ImportDesk implements AutoCloseable {

    private static final Duration CONNECT = Duration.ofSeconds(5);
    private static final Duration TIMEOUT = Duration.ofSeconds(20);
    private static final ObjectMapper JSON = new ObjectMapper();

    private final HttpClient client = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(CONNECT)
            .build();
    private final String url;
    private final String writeKey;

    ImportDesk(String url, String writeKey) {
        this.url = url;
        this.writeKey = writeKey;
    }

    /** Sends the file; completes when ingest has dealt with all of it, or can go no further. */
    CompletableFuture<HttpResponse<String>> send(ImportWords words, String key) throws IOException {
        HttpRequest.Builder request = request("/v1/import/" + words.kind() + words.query())
                .header("Idempotency-Key", key)
                .header("Content-Type", "text/csv")
                // so that a file that may not come in is not sent at all
                .expectContinue(true)
                .POST(BodyPublishers.ofFile(words.file()));
        if (words.isPacked()) {
            request.header("Content-Encoding", "gzip");
        }
        return client.sendAsync(request.build(), BodyHandlers.ofString());
    }

    /** How far it is; missing when ingest does not tell. */
    JsonNode job(String key) throws InterruptedException {
        try {
            HttpResponse<String> response =
                    client.send(request("/v1/imports/" + key).timeout(TIMEOUT).build(), BodyHandlers.ofString());
            return response.statusCode() == 200 ? tree(response.body()) : MissingNode.getInstance();
        } catch (IOException e) {
            return MissingNode.getInstance();
        }
    }

    /** Fetches the rows that were refused. */
    void refused(String key, Path file) throws IOException, InterruptedException {
        HttpResponse<Path> response = client.send(
                request("/v1/imports/" + key + "/refused").timeout(TIMEOUT).build(), BodyHandlers.ofFile(file));
        if (response.statusCode() != 200) {
            throw new IOException("ingest does not give the refused rows: " + response.statusCode());
        }
    }

    /** What is no JSON tells nothing. */
    static JsonNode tree(String body) {
        try {
            return JSON.readTree(body);
        } catch (JsonProcessingException e) {
            return MissingNode.getInstance();
        }
    }

    private HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(URI.create(url + path)).header("Authorization", "Bearer " + writeKey);
    }

    @Override
    public void close() {
        client.shutdownNow();
    }
}
