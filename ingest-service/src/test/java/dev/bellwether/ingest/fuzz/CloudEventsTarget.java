package dev.bellwether.ingest.fuzz;

import static dev.bellwether.ingest.testing.TestSources.WEB_KEY;

import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;

/** CloudEvents, structured and batched. */
final class CloudEventsTarget implements Target {

    private static final String BATCH = "application/cloudevents-batch+json";
    private static final List<String> TYPES = List.of(
            BATCH,
            "application/cloudevents+json",
            "application/cloudevents+json; charset=utf-8",
            "application/json",
            "application/cloudevents+xml",
            "text/plain; charset=\"");

    private static final List<String> WRONG = List.of(
            "7",
            "{}",
            "[[]]",
            event("bad", "\"bellwether.invoice\"", "{\"invoiceId\":\"i\",\"amount\":1e400}"),
            event("bad", "\"bellwether.survey\"", "{\"userId\":\"u\",\"kind\":\"NPS\",\"score\":11}"),
            event("bad", "\"bellwether.usage\"", "{\"userId\":\"u\\u0000\",\"feature\":\"f\"}"),
            event("bad", "\"bellwether.usage\"", "{\"userId\":\"\\ud800\",\"feature\":\"f\"}"),
            event("bad", "\"bellwether.usage\"", "{\"userId\":7,\"userId\":\"u\",\"feature\":true}"),
            event("bad", "\"bellwether.contract\"", "{\"contractId\":\"c\",\"lines\":[{\"product\":[]}]}"),
            event("bad", "\"bellwether.health\"", "{}"),
            event("bad", "{}", "{}"));

    @Override
    public Map<String, String> address(byte[] body, SplittableRandom dice) {
        return Map.of(
                "",
                "/v1/events",
                "Authorization",
                "Bearer " + WEB_KEY,
                "Content-Type",
                TYPES.get(dice.nextInt(TYPES.size())));
    }

    @Override
    public Map<String, String> batchAddress(byte[] body) {
        return Map.of("", "/v1/events", "Authorization", "Bearer " + WEB_KEY, "Content-Type", BATCH);
    }

    @Override
    public String good(String id) {
        return "[" + event(id, "\"bellwether.usage\"", "{\"userId\":\"u-1\",\"feature\":\"Größe\",\"quantity\":1}")
                + "]";
    }

    @Override
    public String goodAmongBad(String id, SplittableRandom dice) {
        String good = good(id);
        return "[" + WRONG.get(dice.nextInt(WRONG.size())) + "," + good.substring(1, good.length() - 1) + ","
                + WRONG.get(dice.nextInt(WRONG.size())) + "]";
    }

    private static String event(String id, String type, String data) {
        return "{\"specversion\":\"1.0\",\"id\":\"" + id + "\",\"source\":\"/fuzz\",\"type\":" + type
                + ",\"subject\":\"fuzzed\",\"time\":\"2025-01-01T00:00:00Z\",\"data\":" + data + "}";
    }
}
