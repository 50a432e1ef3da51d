package dev.bellwether.local.command;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.MissingNode;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.StringJoiner;

/** Asks the health service about dead letters, as an operator. */
final class LetterDesk implements AutoCloseable {

    private static final Duration CONNECT = Duration.ofSeconds(5);
    // a replay of a thousand letters waits for as many acknowledgements
    private static final Duration TIMEOUT = Duration.ofMinutes(2);

    private final HttpClient client =
            HttpClient.newBuilder().connectTimeout(CONNECT).build();
    private final ObjectMapper json = new ObjectMapper();
    private final String url;
    private final String token;

    LetterDesk(String url, String token) {
        this.url = url;
        this.token = token;
    }

    JsonNode list(Map<String, String> filter, int limit, String cursor) throws CommandFailed, InterruptedException {
        Map<String, String> parameters = new LinkedHashMap<>(filter);
        parameters.put("limit", String.valueOf(limit));
        parameters.put("cursor", cursor);
        return ask("GET", "", parameters);
    }

    JsonNode show(String id) throws CommandFailed, InterruptedException {
        return ask("GET", "/" + encoded(id), Map.of());
    }

    JsonNode replay(String id, boolean force) throws CommandFailed, InterruptedException {
        return ask("POST", "/" + encoded(id) + "/replay", Map.of("force", String.valueOf(force)));
    }

    JsonNode replayAll(Map<String, String> filter, boolean force, String cursor)
            throws CommandFailed, InterruptedException {
        Map<String, String> parameters = new LinkedHashMap<>(filter);
        parameters.put("force", String.valueOf(force));
        parameters.put("cursor", cursor);
        return ask("POST", "/replay", parameters);
    }

    private JsonNode ask(String method, String path, Map<String, String> parameters)
            throws CommandFailed, InterruptedException {
        StringJoiner query = new StringJoiner("&", "?", "");
        parameters.forEach((name, value) -> query.add(name + "=" + encoded(value)));
        HttpRequest request = HttpRequest.newBuilder(URI.create(url + "/v1/dead-letters" + path + query))
                .method(method, BodyPublishers.noBody())
                .timeout(TIMEOUT)
                .header("Authorization", "Bearer " + token)
                .build();
        try {
            HttpResponse<String> response = client.send(request, BodyHandlers.ofString());
            if (response.statusCode() != 200) {
                throw CommandFailed.because(LetterProblem.text(response.statusCode(), tree(response.body())));
            }
            return tree(response.body());
        } catch (IOException e) {
            throw CommandFailed.because("the health service does not answer at " + url
                    + ": ./bellwether status shows how it is, ./bellwether demo starts everything,"
                    + " ./bellwether start health it alone");
        }
    }

    /** What is no JSON tells nothing. */
    private JsonNode tree(String body) {
        try {
            return json.readTree(body);
        } catch (JsonProcessingException e) {
            return MissingNode.getInstance();
        }
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
    }

    @Override
    public void close() {
        client.close();
    }
}
