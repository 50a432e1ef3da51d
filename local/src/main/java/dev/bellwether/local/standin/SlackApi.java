package dev.bellwether.local.standin;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;

/**
 * Slack's Web API, as far as a bot needs it to post, edit and write to people. What is wrong is said with status 200, as
 * Slack does. Every person of a mail address exists.
 */
final class SlackApi {

    private static final String BOT = "Bearer xoxb-";
    private static final int MOST_REMEMBERED = 100_000;

    private final MessageLog log;
    private final Set<String> posted = ConcurrentHashMap.newKeySet();
    private final AtomicLong clock = new AtomicLong(System.currentTimeMillis() * 1_000);

    SlackApi(MessageLog log) {
        this.log = log;
        log.shown()
                .forEach(message -> posted.add(message.path("body").path("ts").asText()));
    }

    /**
     * Does what a method does; of a message the answer says where it is.
     *
     * @param authorization the header, empty when there is none
     */
    ObjectNode call(String path, String authorization, byte[] body) throws IOException {
        if (!authorization.startsWith(BOT)) {
            return error("invalid_auth");
        }
        return switch (path.substring("/api/".length())) {
            case "chat.postMessage" -> post(path, json(body));
            case "chat.update" -> update(path, json(body));
            case "conversations.open" ->
                named("channel", "D" + json(body).path("users").asText("U0"));
            case "users.lookupByEmail" ->
                named("user", "U" + email(body).replaceAll("[^A-Za-z0-9]", "").toUpperCase(Locale.ROOT));
            case "users.info" -> error("user_not_found");
            default -> error("unknown_method");
        };
    }

    private ObjectNode post(String path, JsonNode message) throws IOException {
        if (!message.has("channel")) {
            return error("channel_not_found");
        }
        long now = clock.incrementAndGet();
        return kept(path, message, "%d.%06d".formatted(now / 1_000_000, now % 1_000_000));
    }

    /** What a message says now; an empty one when there is none. */
    JsonNode message(String ts) {
        return log.shown().stream()
                .map(message -> message.path("body"))
                .filter(body -> body.path("ts").asText().equals(ts))
                .findFirst()
                .orElseGet(MessageLog.JSON::createObjectNode);
    }

    ObjectNode update(String path, JsonNode message) throws IOException {
        String ts = message.path("ts").asText();
        return posted.contains(ts) ? kept(path, message, ts) : error("message_not_found");
    }

    private ObjectNode kept(String path, JsonNode message, String ts) throws IOException {
        if (!message.has("text") && !message.has("blocks")) {
            return error("no_text");
        }
        if (posted.size() < MOST_REMEMBERED) {
            posted.add(ts);
        }
        SlackStandIn.keep(log, path, ((ObjectNode) message).put("ts", ts));
        return MessageLog.JSON
                .createObjectNode()
                .put("ok", true)
                .put("channel", message.path("channel").asText())
                .put("ts", ts);
    }

    private static String email(byte[] body) {
        String form = new String(body, StandardCharsets.UTF_8);
        return URLDecoder.decode(form.substring(form.indexOf('=') + 1), StandardCharsets.UTF_8);
    }

    private static JsonNode json(byte[] body) {
        try {
            JsonNode json = MessageLog.JSON.readTree(body);
            return json.isObject() ? json : MessageLog.JSON.createObjectNode();
        } catch (JsonProcessingException e) {
            return MessageLog.JSON.createObjectNode();
        } catch (IOException e) {
            throw new UncheckedIOException("reading from memory", e);
        }
    }

    private static ObjectNode named(String object, String id) {
        ObjectNode said = MessageLog.JSON.createObjectNode().put("ok", true);
        said.putObject(object).put("id", id);
        return said;
    }

    private static ObjectNode error(String error) {
        return MessageLog.JSON.createObjectNode().put("ok", false).put("error", error);
    }
}
