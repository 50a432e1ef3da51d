package dev.bellwether.benchmarks.alert;

import dev.bellwether.benchmarks.NotMeasured;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.List;

/** The door of ingest, for events in their native form. */
record Door(HttpClient client, String url, String writeKey) {

    private static final Duration PATIENCE = Duration.ofSeconds(10);

    /** An event as it is written on the wire. */
    static String event(String type, String id, String account, String time, String data) {
        return """
            {"specversion":"1.0","type":"bellwether.%s","source":"/bench","id":"%s","subject":"%s","time":"%s",\
            "datacontenttype":"application/json","data":%s}""".formatted(type, id, account, time, data);
    }

    /** Sends events in one request, and returns when they are accepted. */
    void send(List<String> events) throws NotMeasured, InterruptedException {
        HttpRequest request = HttpRequest.newBuilder(URI.create(url + "/v1/events"))
                .timeout(PATIENCE)
                .header("Content-Type", "application/cloudevents-batch+json")
                .header("Authorization", "Bearer " + writeKey)
                .POST(BodyPublishers.ofString("[" + String.join(",", events) + "]"))
                .build();
        try {
            var answer = client.send(request, BodyHandlers.ofString());
            if (answer.statusCode() != 202) {
                throw new NotMeasured("ingest answers " + answer.statusCode() + ": " + answer.body());
            }
        } catch (IOException e) {
            throw new NotMeasured("ingest does not answer", e);
        }
    }

    @Override
    public String toString() {
        return "Door[" + url + "]";
    }
}
