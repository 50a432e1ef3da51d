package dev.bellwether.alert.slack;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.bellwether.alert.action.Action;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Pattern;

/**
 * Somebody used a button.
 *
 * @param id the same when Slack, or a second click, says the same again
 * @param responseUrl where the message with the button can be changed for half an hour; a secret
 * @param message on which it was, with {@code text} and {@code blocks}
 */
record Click(
        String id, UUID alert, Action action, String userId, String userName, String responseUrl, JsonNode message) {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String FIELD = "payload=";
    private static final Pattern UUID_FORM = Pattern.compile("[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}");
    private static final int NAME_LIMIT = 100;

    /** What Slack sent, as far as it concerns us. */
    sealed interface Read {

        /** A button of ours. */
        record Ours(Click click) implements Read {}

        /** Well formed, but nothing to do: a link was opened, or it is of another kind. */
        record Nothing() implements Read {}

        /** Not what Slack sends. */
        record Malformed(String detail) implements Read {}
    }

    /** Reads the form that Slack posts. */
    static Read read(String form) {
        if (!form.startsWith(FIELD)) {
            return new Read.Malformed("the form has no field payload");
        }
        try {
            String payload = URLDecoder.decode(form.substring(FIELD.length()), StandardCharsets.UTF_8);
            JsonNode json = JSON.readTree(payload);
            return json.isObject() ? read(json) : new Read.Malformed("the payload is no JSON object");
        } catch (JsonProcessingException | IllegalArgumentException e) {
            return new Read.Malformed("the payload is no JSON object");
        }
    }

    private static Read read(JsonNode payload) {
        JsonNode used = payload.path("actions").path(0);
        // a list says its action together with the alert, a button has it as its name
        String[] chosen = used.path("selected_option").path("value").asText().split(" ", 2);
        String action = chosen.length == 2 ? chosen[0] : used.path("action_id").asText();
        String alert = chosen.length == 2 ? chosen[1] : used.path("value").asText();
        Optional<Action> known = Action.labelled(action);
        if (known.isEmpty() || !UUID_FORM.matcher(alert).matches()) {
            return new Read.Nothing();
        }
        JsonNode user = payload.path("user");
        String at = used.path("action_ts").asText();
        return new Read.Ours(new Click(
                String.join(" ", at, user.path("id").asText(), action, alert),
                UUID.fromString(alert),
                known.get(),
                user.path("id").asText(),
                name(user),
                payload.path("response_url").asText(),
                message(payload.path("message"))));
    }

    /** No more than is shown again. */
    private static JsonNode message(JsonNode message) {
        ObjectNode kept = JSON.createObjectNode();
        kept.put("text", message.path("text").asText());
        kept.set("blocks", message.path("blocks").isArray() ? message.path("blocks") : JSON.createArrayNode());
        return kept;
    }

    static JsonNode message(String json) {
        try {
            return JSON.readTree(json);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a message that was JSON when it was kept", e);
        }
    }

    private static String name(JsonNode user) {
        String name = user.path("username").asText(user.path("name").asText("somebody"));
        return name.length() <= NAME_LIMIT ? name : name.substring(0, NAME_LIMIT);
    }

    @Override
    public String toString() {
        return "Click[" + action + " " + alert + "]";
    }
}
