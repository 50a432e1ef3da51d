package dev.bellwether.system.running;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.http.HttpRequest.BodyPublishers;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** A product backend that sends native CloudEvents with the write key of the local run. */
public record Producer(String url, String writeKey) {

    /** An event as it is written on the wire. */
    public static Map<String, Object> event(String type, String id, String account, Instant at, Map<String, ?> data) {
        Map<String, Object> event = new LinkedHashMap<>();
        event.put("specversion", "1.0");
        event.put("type", type);
        event.put("source", "/system-tests");
        event.put("id", id);
        event.put("subject", account);
        event.put("time", at.toString());
        event.put("datacontenttype", "application/json");
        event.put("data", data);
        return event;
    }

    /**
     * Sends events in one request.
     *
     * @return the answer, which accepts at least one of them
     */
    public JsonNode send(List<Map<String, Object>> events) {
        Wire.Answer answer = Wire.send(Wire.to(url + "/v1/events")
                .header("Content-Type", "application/cloudevents-batch+json")
                .header("Authorization", "Bearer " + writeKey)
                .POST(BodyPublishers.ofString(Wire.write(events))));
        if (answer.status() != 202) {
            throw new AssertionError("ingest answers " + answer.status() + ": " + answer.body());
        }
        return answer.body();
    }

    @Override
    public String toString() {
        return "Producer[" + url + "]";
    }
}
