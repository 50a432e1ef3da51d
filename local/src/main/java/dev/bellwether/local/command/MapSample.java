package dev.bellwether.local.command;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.node.MissingNode;
import dev.bellwether.local.settings.LocalJson;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;

/** {@code map MAPPING SAMPLE}: what a mapping of webhooks would make of a sample, by the ingest of the local run. */
final class MapSample {

    private static final Duration TIMEOUT = Duration.ofSeconds(30);
    private static final ObjectMapper JSON = new ObjectMapper().enable(SerializationFeature.INDENT_OUTPUT);

    private MapSample() {}

    /** 0 when nothing would be rejected. */
    static int run(Session session, List<String> words) throws CommandFailed, IOException, InterruptedException {
        if (words.size() != 2) {
            throw CommandFailed.usage("usage: ./bellwether map MAPPING SAMPLE");
        }
        String request =
                JSON.writeValueAsString(Map.of("mapping", text(words.getFirst()), "sample", text(words.getLast())));
        HttpResponse<String> response = ask(LocalJson.read(session.home()), request);
        JsonNode answer = tree(response.body());
        if (response.statusCode() != 200) {
            throw CommandFailed.because(problem(response.statusCode(), answer));
        }
        session.screen().line(JSON.writeValueAsString(answer));
        return answer.path("rejected").isEmpty() ? 0 : 1;
    }

    private static HttpResponse<String> ask(LocalJson local, String request)
            throws CommandFailed, InterruptedException {
        String url = local.urls().ingest();
        try (HttpClient client = HttpClient.newHttpClient()) {
            return client.send(
                    HttpRequest.newBuilder(URI.create(url + "/v1/mappings/dry-run"))
                            .timeout(TIMEOUT)
                            .header("Authorization", "Bearer " + local.tokens().ops())
                            .header("Content-Type", "application/json")
                            .POST(BodyPublishers.ofString(request))
                            .build(),
                    BodyHandlers.ofString());
        } catch (IOException e) {
            throw CommandFailed.because("ingest does not answer at " + url
                    + ": ./bellwether status shows how it is, ./bellwether demo starts everything");
        }
    }

    private static String text(String file) throws CommandFailed, IOException {
        try {
            return Files.readString(Path.of(file));
        } catch (NoSuchFileException e) {
            throw CommandFailed.because("there is no file " + file);
        }
    }

    /** What is no JSON tells nothing. */
    private static JsonNode tree(String body) {
        try {
            return JSON.readTree(body);
        } catch (JsonProcessingException e) {
            return MissingNode.getInstance();
        }
    }

    private static String problem(int status, JsonNode problem) {
        JsonNode errors = problem.path("errors");
        StringBuilder text = new StringBuilder(
                errors.isEmpty()
                        ? problem.path("detail").asText("ingest answered " + status)
                        : "the mapping cannot be read");
        errors.forEach(error -> text.append("\n  ")
                .append(error.path("pointer").asText().replaceFirst("^/mapping", ""))
                .append(' ')
                .append(error.path("detail").asText()));
        return text.toString();
    }
}
