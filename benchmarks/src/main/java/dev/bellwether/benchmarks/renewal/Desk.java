package dev.bellwether.benchmarks.renewal;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.bellwether.benchmarks.NotMeasured;
import dev.bellwether.benchmarks.health.Committed;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** Asks for the today list, one question after the other, as a manager. */
record Desk(HttpClient client, String url, String token) {

    private static final Duration PATIENCE = Duration.ofSeconds(10);
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final int OK = 200;

    /**
     * Asks so many questions.
     *
     * @return nanoseconds each took, reading the answer included and checking it left out
     */
    List<Long> ask(int questions) throws NotMeasured, InterruptedException {
        String cursor = check(new Question("", Question.USUAL, false), answer("/v1/today?limit=" + Question.USUAL))
                .path("nextCursor")
                .asText();
        List<Long> nanos = new ArrayList<>();
        for (int number = 0; number < questions; number++) {
            Question question = Question.of(number);
            String path = question.path(cursor);
            long begin = System.nanoTime();
            HttpResponse<String> answer = answer(path);
            nanos.add(System.nanoTime() - begin);
            check(question, answer);
        }
        return nanos;
    }

    private HttpResponse<String> answer(String path) throws NotMeasured, InterruptedException {
        HttpRequest request = HttpRequest.newBuilder(URI.create(url + path))
                .timeout(PATIENCE)
                .header("Authorization", "Bearer " + token)
                .build();
        try {
            return client.send(request, BodyHandlers.ofString());
        } catch (IOException e) {
            throw new NotMeasured("the today list is not answered", e);
        }
    }

    /** A page that is full, falls by rank and holds nobody else's. */
    private static JsonNode check(Question question, HttpResponse<String> answer) throws NotMeasured {
        if (answer.statusCode() != OK) {
            throw new NotMeasured("the today list answers " + answer.statusCode() + ": " + answer.body());
        }
        try {
            JsonNode page = JSON.readTree(answer.body());
            double above = Double.POSITIVE_INFINITY;
            Committed.requireEqual("lines", question.limit(), page.path("items").size());
            for (JsonNode line : page.path("items")) {
                boolean isAsked = question.owner().isEmpty()
                        || line.path("owner").asText().equals(question.owner());
                if (!isAsked || line.path("rank").asDouble() > above) {
                    throw new NotMeasured("a line of the today list is where it should not be: " + line);
                }
                above = line.path("rank").asDouble();
            }
            return page;
        } catch (IOException e) {
            throw new NotMeasured("the today list is no JSON", e);
        }
    }

    @Override
    public String toString() {
        return "Desk[" + url + "]";
    }
}
