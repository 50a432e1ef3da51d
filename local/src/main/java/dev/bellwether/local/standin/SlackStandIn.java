package dev.bellwether.local.standin;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.sun.net.httpserver.HttpExchange;
import java.io.IOException;
import java.nio.file.Path;

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
        MessageLog log = MessageLog.in(file);
        SlackApi api = new SlackApi(log);
        MessageDesk desk = MessageDesk.open(port, log, SlackPage::of);
        desk.server().createContext("/services/", exchange -> accept(exchange, log));
        desk.server().createContext("/api/", exchange -> accept(exchange, api));
        desk.start();
        return new SlackStandIn(desk);
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

    static void keep(MessageLog log, String path, JsonNode message) throws IOException {
        ObjectNode kept = MessageLog.JSON.createObjectNode();
        kept.put("path", path);
        kept.set("body", message);
        log.add(kept);
    }
}
