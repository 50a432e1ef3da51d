package dev.bellwether.ingest.fuzz;

import static dev.bellwether.ingest.testing.TestSources.WEB_KEY;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;

/** Segment's HTTP API. */
final class SegmentTarget implements Target {

    private static final String BASIC =
            "Basic " + Base64.getEncoder().encodeToString((WEB_KEY + ":").getBytes(StandardCharsets.UTF_8));
    private static final List<String> PATHS = List.of(
            "/v1/track", "/v1/t", "/v1/page", "/v1/identify", "/v1/group", "/v1/alias", "/v1/batch", "/v1/import/");

    private static final List<String> WRONG = List.of(
            "7",
            "{}",
            "[]",
            "{\"type\":\"track\"}",
            "{\"type\":\"track\",\"event\":[],\"userId\":{}}",
            "{\"type\":\"nothing\",\"userId\":\"u\"}",
            "{\"type\":\"group\",\"userId\":\"u\",\"groupId\":\"\"}",
            "{\"type\":\"track\",\"userId\":\"u\",\"event\":\"e\",\"timestamp\":\"9999-99-99\"}",
            "{\"type\":\"track\",\"userId\":\"\\u0000\",\"event\":\"e\",\"context\":{\"groupId\":\"g\"}}",
            "{\"type\":\"track\",\"userId\":\"\\ud800\",\"event\":\"e\",\"context\":{\"groupId\":\"g\"}}",
            "{\"type\":\"track\",\"userId\":\"u\",\"event\":\"e\",\"properties\":{\"groupId\":\"g\",\"count\":1e999999999}}");

    @Override
    public Map<String, String> address(byte[] body, SplittableRandom dice) {
        return Map.of("", PATHS.get(dice.nextInt(PATHS.size())), "Authorization", BASIC);
    }

    @Override
    public Map<String, String> batchAddress(byte[] body) {
        return Map.of("", "/v1/batch", "Authorization", BASIC);
    }

    @Override
    public String good(String id) {
        return "{\"batch\":[" + call(id) + "],\"sentAt\":\"2025-01-01T00:00:00.000Z\"}";
    }

    @Override
    public String goodAmongBad(String id, SplittableRandom dice) {
        return "{\"batch\":[" + WRONG.get(dice.nextInt(WRONG.size())) + "," + call(id) + ","
                + WRONG.get(dice.nextInt(WRONG.size())) + "]}";
    }

    private static String call(String id) {
        return "{\"type\":\"track\",\"messageId\":\"" + id + "\",\"userId\":\"u-1\",\"event\":\"Größe\","
                + "\"timestamp\":\"2025-01-01T00:00:00.000Z\",\"properties\":{\"count\":2.5,\"n\":null},"
                + "\"context\":{\"groupId\":\"fuzzed\"}}";
    }
}
