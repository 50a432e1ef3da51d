package dev.bellwether.local.door;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.MissingNode;
import dev.bellwether.local.door.Receipt.Refusal;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** What an HTTP answer of ingest means for a batch. */
sealed interface Answer {

    /** Dealt with: accepted, or refused for good. */
    record Done(Receipt receipt) implements Answer {}

    /** Not now. */
    record Later(String reason, Duration pause) implements Answer {}

    /** Never with this key or at this address; sending more is useless. */
    record Hopeless(String reason) implements Answer {}

    Duration USUAL_PAUSE = Duration.ZERO;

    static Answer of(Batch batch, int status, String retryAfter, String body) {
        if (status == 429 || status == 408 || status >= 500) {
            return new Later("answered " + status, seconds(retryAfter));
        }
        if (status == 401 || status == 403 || status == 404 || status == 405) {
            return new Hopeless("answered " + status + " to " + batch.path() + ": " + shortened(body));
        }
        List<Refusal> refusals =
                status < 300 ? named(batch, json(body).path("rejected")) : all(batch, json(body), shortened(body));
        return new Done(new Receipt(batch.letters().size() - refusals.size(), refusals));
    }

    private static List<Refusal> named(Batch batch, JsonNode rejected) {
        List<Refusal> refusals = new ArrayList<>();
        for (JsonNode one : rejected) {
            int index = one.path("index").asInt(-1);
            if (index >= 0 && index < batch.letters().size()) {
                refusals.add(
                        refusal(batch.letters().get(index), one.path("errors").toString()));
            }
        }
        return refusals;
    }

    /** A refused request may still say what was wrong with each event. */
    private static List<Refusal> all(Batch batch, JsonNode answer, String body) {
        List<Refusal> named = named(batch, answer.path("rejected"));
        return named.size() == batch.letters().size()
                ? named
                : batch.letters().stream().map(letter -> refusal(letter, body)).toList();
    }

    private static Refusal refusal(Letter letter, String reason) {
        return new Refusal(letter.kind(), letter.id(), reason);
    }

    private static JsonNode json(String body) {
        try {
            return new ObjectMapper().readTree(body);
        } catch (JsonProcessingException e) {
            // an answer that is no JSON names no events
            return MissingNode.getInstance();
        }
    }

    private static Duration seconds(String retryAfter) {
        try {
            return Duration.ofSeconds(Math.clamp(Long.parseLong(retryAfter), 0, 30));
        } catch (NumberFormatException e) {
            return USUAL_PAUSE;
        }
    }

    private static String shortened(String body) {
        return body.length() <= 300 ? body : body.substring(0, 300) + "…";
    }
}
