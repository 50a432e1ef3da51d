package dev.bellwether.local.door;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.bellwether.local.door.Letter.Door;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Writes events in the form of their door.
 *
 * @param source the CloudEvents source: who says so
 */
public record Letters(String source) {

    private static final ObjectMapper JSON = new ObjectMapper();

    /** A user did something: a Segment {@code track} call of this account. */
    public Letter track(String id, Instant at, String account, String user, String feature) {
        Map<String, Object> call = call("track", id, at);
        call.put("userId", user);
        call.put("event", feature);
        call.put("context", Map.of("groupId", account));
        return segment("track", id, at, call);
    }

    /** What is known of a user: a Segment {@code identify} call of this account. */
    public Letter identify(String id, Instant at, String account, String user, Map<String, Object> traits) {
        Map<String, Object> call = call("identify", id, at);
        call.put("userId", user);
        call.put("traits", traits);
        call.put("context", Map.of("groupId", account));
        return segment("identify", id, at, call);
    }

    /** What is known of an account: a Segment {@code group} call by one of its users. */
    public Letter group(String id, Instant at, String account, String user, Map<String, Object> traits) {
        Map<String, Object> call = call("group", id, at);
        call.put("userId", user);
        call.put("groupId", account);
        call.put("traits", traits);
        return segment("group", id, at, call);
    }

    /** A fact of a native type, as a CloudEvent. */
    public Letter fact(String type, String id, Instant at, String account, Map<String, Object> data) {
        Map<String, Object> event = new LinkedHashMap<>();
        event.put("specversion", "1.0");
        event.put("id", id);
        event.put("source", source);
        event.put("type", type);
        event.put("subject", account);
        event.put("time", at.toString());
        event.put("datacontenttype", "application/json");
        event.put("data", data);
        return new Letter(Door.CLOUD_EVENTS, type, id, at, json(event));
    }

    /** Without {@code sentAt}, so that ingest takes the timestamp as it is and corrects no clock. */
    private static Map<String, Object> call(String type, String id, Instant at) {
        Map<String, Object> call = new LinkedHashMap<>();
        call.put("type", type);
        call.put("messageId", id);
        call.put("timestamp", at.toString());
        return call;
    }

    private static Letter segment(String kind, String id, Instant at, Map<String, Object> call) {
        return new Letter(Door.SEGMENT, kind, id, at, json(call));
    }

    private static String json(Map<String, Object> value) {
        try {
            return JSON.writeValueAsString(value);
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException("cannot be written as JSON: " + value.keySet(), e);
        }
    }
}
