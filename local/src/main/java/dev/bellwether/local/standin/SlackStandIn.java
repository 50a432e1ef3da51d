package dev.bellwether.local.standin;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.sun.net.httpserver.HttpExchange;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;

/**
 * Accepts what Slack's incoming webhooks accept, at any path under {@code /services/}, with Slack's answers: {@code ok},
 * {@code invalid_payload}, {@code no_text}; and what a bot says by the Web API under {@code /api/}.
 */
public final class SlackStandIn implements AutoCloseable {

    private static final int MAX_BYTES = 1 << 20;

    private final MessageDesk desk;

    private SlackStandIn(MessageDesk desk) {
        this.desk = desk;
    }

    /**
     * Starts it on the loopback address.
     *
     * @param port 0 for any free one
     * @param file keeps the messages
     */
    public static SlackStandIn start(int port, Path file) throws IOException {
        return start(port, file, Optional.empty());
    }

    /**
     * The same, with buttons that work.
     *
     * @param clicks whom to tell of clicks
     */
    public static SlackStandIn start(int port, Path file, Optional<Clicks> clicks) throws IOException {
        MessageLog log = MessageLog.in(file);
        SlackApi api = new SlackApi(log);
        MessageDesk desk = MessageDesk.open(port, log, SlackPage::of);
        SlackStandIn standIn = new SlackStandIn(desk);
        desk.server().createContext("/services/", exchange -> accept(exchange, log));
        desk.server().createContext("/api/", exchange -> accept(exchange, api));
        desk.server().createContext("/response/", exchange -> replace(exchange, api));
        clicks.ifPresent(app -> desk.server().createContext("/click", exchange -> standIn.click(exchange, api, app)));
        desk.start();
        return standIn;
    }

    /** Where its messages are shown, without a slash at the end. */
    public String url() {
        return "http://localhost:" + desk.port();
    }

    @Override
    public void close() {
        desk.stop();
    }

    private static void accept(HttpExchange exchange, MessageLog log) throws IOException {
        if (!exchange.getRequestMethod().equals("POST")) {
            MessageDesk.answer(exchange, 405, "text/plain", "method_not_allowed");
            return;
        }
        byte[] body = exchange.getRequestBody().readNBytes(MAX_BYTES);
        try {
            JsonNode message = MessageLog.JSON.readTree(body);
            if (!message.isObject()) {
                MessageDesk.answer(exchange, 400, "text/plain", "invalid_payload");
            } else if (!message.has("text") && !message.has("blocks") && !message.has("attachments")) {
                MessageDesk.answer(exchange, 400, "text/plain", "no_text");
            } else {
                keep(log, exchange.getRequestURI().getPath(), message);
                MessageDesk.answer(exchange, 200, "text/plain", "ok");
            }
        } catch (JsonProcessingException e) {
            MessageDesk.answer(exchange, 400, "text/plain", "invalid_payload");
        }
    }

    private static void accept(HttpExchange exchange, SlackApi api) throws IOException {
        byte[] body = exchange.getRequestBody().readNBytes(MAX_BYTES);
        String authorization = exchange.getRequestHeaders().getFirst("Authorization");
        String token = authorization == null ? "" : authorization;
        ObjectNode said = api.call(exchange.getRequestURI().getPath(), token, body);
        MessageDesk.answer(exchange, 200, "application/json", said.toString());
    }

    /** Changes a message by the address that came with a click. */
    private static void replace(HttpExchange exchange, SlackApi api) throws IOException {
        JsonNode change = MessageLog.JSON.readTree(exchange.getRequestBody().readNBytes(MAX_BYTES));
        String ts = exchange.getRequestURI().getPath().substring("/response/".length());
        if (change.path("replace_original").asBoolean() && change instanceof ObjectNode message) {
            api.update("/api/chat.update", message.put("ts", ts).put("channel", "C0LOCAL"));
        }
        MessageDesk.answer(exchange, 200, "text/plain", "ok");
    }

    private void click(HttpExchange exchange, SlackApi api, Clicks app) throws IOException {
        Map<String, String> fields =
                Clicks.fields(new String(exchange.getRequestBody().readNBytes(MAX_BYTES), StandardCharsets.UTF_8));
        String ts = fields.getOrDefault("ts", "");
        try {
            int status = app.tell(
                    api.message(ts),
                    fields.getOrDefault("action", ""),
                    fields.getOrDefault("value", ""),
                    url() + "/response/" + ts);
            exchange.getResponseHeaders().set("Location", "/");
            MessageDesk.answer(exchange, status == 200 ? 303 : 502, "text/plain", "the app answered " + status);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    static void keep(MessageLog log, String path, JsonNode message) throws IOException {
        ObjectNode kept = MessageLog.JSON.createObjectNode();
        kept.put("path", path);
        kept.set("body", message);
        log.add(kept);
    }
}
