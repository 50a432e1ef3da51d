package dev.bellwether.local.command;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;

/** Asks the health service how many accounts it knows. */
record HealthView(String url, String token) {

    private static final Duration TIMEOUT = Duration.ofSeconds(10);

    /** The number of accounts, up to 200; 0 while the service does not answer. */
    int accounts() throws InterruptedException {
        try (HttpClient client = HttpClient.newBuilder().connectTimeout(TIMEOUT).build()) {
            HttpRequest request = HttpRequest.newBuilder(URI.create(url + "/v1/accounts?limit=200"))
                    .timeout(TIMEOUT)
                    .header("Authorization", "Bearer " + token)
                    .build();
            HttpResponse<String> response = client.send(request, BodyHandlers.ofString());
            return response.statusCode() == 200
                    ? new ObjectMapper().readTree(response.body()).path("items").size()
                    : 0;
        } catch (IOException e) {
            // it may be starting again: the caller asks until its patience ends
            return 0;
        }
    }
}
