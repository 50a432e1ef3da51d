package dev.bellwether.local.standin;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.net.URI;
import java.net.URLDecoder;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.Map;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * Tells an app of clicks on its buttons, signed as Slack signs.
 *
 * @param app where it listens
 * @param secret with which it checks
 */
public record Clicks(URI app, String secret) {

    /** Slack gives an app three seconds. */
    private static final Duration PATIENCE = Duration.ofSeconds(3);

    private static final HttpClient CLIENT = HttpClient.newHttpClient();

    /** The fields of a form. */
    static Map<String, String> fields(String form) {
        Map<String, String> fields = new HashMap<>();
        for (String field : form.split("&")) {
            String[] parts = field.split("=", 2);
            fields.put(parts[0], URLDecoder.decode(parts.length < 2 ? "" : parts[1], StandardCharsets.UTF_8));
        }
        return fields;
    }

    /**
     * Somebody used a button; answers the app's status.
     *
     * @param message on which it is
     * @param responseUrl where the app may change it
     */
    int tell(JsonNode message, String action, String value, String responseUrl)
            throws IOException, InterruptedException {
        String body =
                "payload=" + URLEncoder.encode(payload(message, action, value, responseUrl), StandardCharsets.UTF_8);
        String now = String.valueOf(Instant.now().getEpochSecond());
        HttpRequest request = HttpRequest.newBuilder(app)
                .timeout(PATIENCE)
                .header("Content-Type", "application/x-www-form-urlencoded")
                .header("X-Slack-Request-Timestamp", now)
                .header("X-Slack-Signature", "v0=" + signature("v0:" + now + ":" + body))
                .POST(BodyPublishers.ofString(body))
                .build();
        return CLIENT.send(request, BodyHandlers.discarding()).statusCode();
    }

    private static String payload(JsonNode message, String action, String value, String responseUrl) {
        ObjectNode payload = MessageLog.JSON.createObjectNode();
        payload.put("type", "block_actions").put("response_url", responseUrl);
        payload.putObject("user").put("id", "U0LOCAL").put("username", "you");
        payload.set("message", message);
        ObjectNode used = payload.putArray("actions").addObject();
        used.put("action_id", action).put("action_ts", String.valueOf(System.nanoTime()));
        if (action.equals("snooze")) {
            used.putObject("selected_option").put("value", value);
        } else {
            used.put("value", value);
        }
        return payload.toString();
    }

    private String signature(String text) {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(secret.getBytes(StandardCharsets.UTF_8), "HmacSHA256"));
            return HexFormat.of().formatHex(mac.doFinal(text.getBytes(StandardCharsets.UTF_8)));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("this JDK has no HmacSHA256", e);
        }
    }

    @Override
    public String toString() {
        return "Clicks[" + app + "]";
    }
}
