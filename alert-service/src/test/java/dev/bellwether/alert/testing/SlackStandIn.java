package dev.bellwether.alert.testing;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.bellwether.alert.testing.Peer.Received;
import dev.bellwether.alert.testing.Peer.Reply;
import java.io.UncheckedIOException;
import java.net.URLDecoder;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;

/**
 * Behaves as Slack does: takes messages by an incoming webhook and by the Web API, and refuses what Slack refuses. It has
 * the moods of a {@link Peer}.
 */
public final class SlackStandIn {

    /** The secret part of the webhook's address. */
    public static final String SECRET = "T0SECRET/B0SECRET/xoxSECRET";

    /** The token of the bot. */
    public static final String TOKEN = "xoxb-SECRET-token";

    private static final ObjectMapper JSON = new ObjectMapper();

    private final Peer peer = Peer.start();
    private final List<JsonNode> accepted = new CopyOnWriteArrayList<>();
    private final List<String> calls = new CopyOnWriteArrayList<>();
    private final Map<String, JsonNode> posted = new ConcurrentHashMap<>();
    private final Set<String> brokenRooms = ConcurrentHashMap.newKeySet();
    private final Set<String> joined = ConcurrentHashMap.newKeySet();
    private final AtomicInteger clock = new AtomicInteger();

    private SlackStandIn() {}

    public static SlackStandIn start() {
        SlackStandIn slack = new SlackStandIn();
        slack.peer.on("/services/" + SECRET, slack::hook);
        slack.peer.on("/response/SECRET", slack::hook);
        slack.peer.on("/api/", slack::api);
        return slack;
    }

    public Peer peer() {
        return peer;
    }

    public void stop() {
        peer.stop();
    }

    public String webhook() {
        return peer.base() + "/services/" + SECRET;
    }

    public String api() {
        return peer.base() + "/api";
    }

    /** An address of the kind that comes with a click. */
    public String responseUrl() {
        return peer.base() + "/response/SECRET";
    }

    /** The answer to the next message that mentions a text is this status. */
    public void answerNextAbout(String about, int status) {
        peer.answerNextAbout(about, status, "");
    }

    /** The answer to the next message that mentions a text does not come before the other side gives up. */
    public void answerNextTooLateAbout(String about) {
        peer.answerNextTooLateAbout(about);
    }

    /** The bot may read what stands in that channel from now on; to post there it needs no invitation. */
    public void invite(String channel) {
        joined.add(channel);
    }

    /** Whether whatever concerns this room is answered with 503 from now on. */
    public void broken(String room, boolean now) {
        if (now) {
            brokenRooms.add(room);
        } else {
            brokenRooms.remove(room);
        }
    }

    /** The messages accepted that mention a text, in order; edits are messages, too. */
    public List<JsonNode> messages(String mentioning) {
        return accepted.stream()
                .filter(message -> message.toString().contains(mentioning))
                .toList();
    }

    /** What stands in the conversations now, replies included, and mentions a text; oldest first. */
    public List<JsonNode> standing(String mentioning) {
        return posted.entrySet().stream()
                .sorted(Map.Entry.comparingByKey())
                .map(Map.Entry::getValue)
                .filter(message -> message.toString().contains(mentioning))
                .toList();
    }

    /** Somebody else writes there, as an answer to a message unless that is empty. */
    public void anotherMessage(String channel, String thread) {
        ObjectNode message = JSON.createObjectNode().put("channel", channel).put("text", "hello");
        if (!thread.isEmpty()) {
            message.put("thread_ts", thread);
        }
        post(message);
    }

    /** The statuses answered so far. */
    public List<Integer> answers() {
        return peer.answers();
    }

    /** The methods called so far. */
    public List<String> calls() {
        return List.copyOf(calls);
    }

    public void forget() {
        accepted.clear();
        calls.clear();
        brokenRooms.clear();
        peer.forget();
    }

    private Reply hook(Received received) {
        JsonNode message = json(received.body());
        if (!SlackLimits.broken(message).isEmpty()) {
            return new Reply(400, "invalid_blocks");
        }
        accepted.add(message);
        return new Reply(200, "ok");
    }

    private Reply api(Received received) {
        String method = received.path().substring("/api/".length());
        calls.add(method);
        if (brokenRooms.stream().anyMatch(room -> received.body().contains("\"" + room + "\""))) {
            return new Reply(503, "broken");
        }
        String authorization = received.headers().getFirst("Authorization");
        ObjectNode said =
                ("Bearer " + TOKEN).equals(authorization) ? call(method, received.body()) : error("invalid_auth");
        return new Reply(200, said.toString());
    }

    private ObjectNode call(String method, String body) {
        return switch (method) {
            case "chat.postMessage" -> post(json(body));
            case "chat.update" -> update(json(body));
            case "conversations.history" -> history(form(body), Comparator.reverseOrder());
            case "conversations.replies" -> history(form(body), Comparator.naturalOrder());
            case "conversations.open" ->
                done("channel", "D" + json(body).path("users").asText());
            case "users.lookupByEmail" -> lookup(URLDecoder.decode(body.substring("email=".length()), UTF_8));
            case "users.info" -> {
                ObjectNode said = done("user", "U1");
                ((ObjectNode) said.path("user")).putObject("profile").put("email", "ann@example.com");
                yield said;
            }
            default -> error("unknown_method");
        };
    }

    private static ObjectNode lookup(String email) {
        return email.startsWith("nobody") ? error("users_not_found") : done("user", "U" + email.length());
    }

    /** The messages of a conversation since then, newest first, or the answers to one, oldest first; in pieces. */
    private ObjectNode history(Map<String, String> asked, Comparator<String> order) {
        String channel = asked.getOrDefault("channel", "");
        if (!isKnown(channel)) {
            return error("channel_not_found");
        }
        if (!channel.startsWith("D") && !joined.contains(channel)) {
            return error("not_in_channel");
        }
        String thread = asked.getOrDefault("ts", "");
        List<String> found = posted.keySet().stream()
                .filter(ts -> isIn(posted.get(ts), channel, thread) || ts.equals(thread))
                .filter(ts -> ts.compareTo(asked.getOrDefault("oldest", "0")) > 0)
                .sorted(order)
                .toList();
        int from = Integer.parseInt(asked.getOrDefault("cursor", "0"));
        int until = Math.min(found.size(), from + Integer.parseInt(asked.getOrDefault("limit", "100")));
        ObjectNode said = JSON.createObjectNode().put("ok", true);
        ArrayNode messages = said.putArray("messages");
        for (String ts : found.subList(from, until)) {
            ObjectNode copy = Objects.requireNonNull(posted.get(ts)).deepCopy();
            messages.add(copy.put("ts", ts));
        }
        said.putObject("response_metadata").put("next_cursor", until < found.size() ? String.valueOf(until) : "");
        return said;
    }

    private static boolean isIn(@Nullable JsonNode message, String channel, String thread) {
        return message != null
                && message.path("channel").asText().equals(channel)
                && message.path("thread_ts").asText().equals(thread);
    }

    private static Map<String, String> form(String body) {
        Map<String, String> fields = new HashMap<>();
        for (String field : body.split("&")) {
            String[] parts = field.split("=", 2);
            fields.put(URLDecoder.decode(parts[0], UTF_8), URLDecoder.decode(parts[1], UTF_8));
        }
        return fields;
    }

    /** A channel is named by its id. */
    private static boolean isKnown(String channel) {
        return channel.matches("[CDG][A-Z0-9]+");
    }

    private ObjectNode post(JsonNode message) {
        if (!isKnown(message.path("channel").asText())) {
            return error("channel_not_found");
        }
        String thread = message.path("thread_ts").asText();
        if (!thread.isEmpty() && !posted.containsKey(thread)) {
            return error("thread_not_found");
        }
        return kept(message, now().getEpochSecond() + ".%06d".formatted(clock.incrementAndGet()));
    }

    private static Instant now() {
        return InstantSource.system().instant();
    }

    private ObjectNode update(JsonNode message) {
        String ts = message.path("ts").asText();
        return posted.containsKey(ts) ? kept(message, ts) : error("message_not_found");
    }

    private ObjectNode kept(JsonNode message, String ts) {
        List<String> broken = SlackLimits.broken(message);
        if (!broken.isEmpty()) {
            return error("invalid_blocks").put("detail", broken.toString());
        }
        posted.put(ts, message);
        accepted.add(message);
        return JSON.createObjectNode()
                .put("ok", true)
                .put("channel", message.path("channel").asText())
                .put("ts", ts);
    }

    private static ObjectNode done(String object, String id) {
        ObjectNode said = JSON.createObjectNode().put("ok", true);
        said.putObject(object).put("id", id);
        return said;
    }

    private static ObjectNode error(String error) {
        return JSON.createObjectNode().put("ok", false).put("error", error);
    }

    private static JsonNode json(String body) {
        try {
            return JSON.readTree(body);
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException("a message that is no JSON", e);
        }
    }
}
