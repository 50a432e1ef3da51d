package dev.bellwether.alert.web;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.bellwether.alert.document.Fault;
import dev.bellwether.alert.document.Faulty;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Bodies of requests, before anybody looks what is in them. */
final class Body {

    private static final ObjectMapper JSON = new ObjectMapper();

    private Body() {}

    /**
     * The body as JSON.
     *
     * @throws Faulty when it is none
     */
    static JsonNode json(@Nullable String body) {
        try {
            JsonNode json = JSON.readTree(body == null ? "" : body);
            return json.isMissingNode() ? JSON.createObjectNode() : json;
        } catch (JsonProcessingException e) {
            throw new Faulty(List.of(new Fault("", "is no JSON")));
        }
    }
}
