package dev.bellwether.benchmarks.alert;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.bellwether.benchmarks.NotMeasured;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** When a stand-in first received a message about an account, by its own account of it. */
final class Arrivals {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Pattern ACCOUNT = Pattern.compile("/accounts/(late-\\d{6})");

    private final HttpClient client;
    private final String url;
    private final Map<String, Instant> byAccount = new HashMap<>();
    private long seen;

    Arrivals(HttpClient client, String url) {
        this.client = client;
        this.url = url;
    }

    /** Empty while none has arrived. */
    Optional<Instant> of(String account) throws NotMeasured, InterruptedException {
        if (!byAccount.containsKey(account)) {
            look();
        }
        return Optional.ofNullable(byAccount.get(account));
    }

    private void look() throws NotMeasured, InterruptedException {
        try {
            var request = HttpRequest.newBuilder(URI.create(url + "/messages?since=" + seen))
                    .build();
            JsonNode messages =
                    JSON.readTree(client.send(request, BodyHandlers.ofString()).body());
            for (JsonNode message : messages) {
                seen = message.path("seq").asLong();
                Matcher named = ACCOUNT.matcher(message.toString());
                if (named.find()) {
                    byAccount.putIfAbsent(
                            named.group(1),
                            Instant.parse(message.path("receivedAt").asText()));
                }
            }
        } catch (IOException e) {
            throw new NotMeasured("a stand-in does not answer", e);
        }
    }
}
