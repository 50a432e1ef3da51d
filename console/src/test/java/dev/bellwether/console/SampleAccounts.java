package dev.bellwether.console;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Comparator;
import java.util.Map;
import java.util.TreeMap;

/** What health-service makes of an account: its place in an order, and its file. */
final class SampleAccounts {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Map<String, Integer> WEIGHTS = new TreeMap<>(Map.of(
            "usage-trend", 20, "adoption", 15, "recency", 15, "payments", 20, "support-load", 15, "sentiment", 10));
    private static final Map<String, String> FIGURES = Map.of("usage-trend", "trend", "recency", "daysInactive");
    private static final Map<String, String> FIELDS = Map.of("renewal", "renewalOn");

    private SampleAccounts() {}

    /** The order that the interface's sort key means; what is unknown comes last. */
    static Comparator<ObjectNode> order(String sort) {
        boolean down = sort.startsWith("-");
        String key = down ? sort.substring(1) : sort;
        String field = FIELDS.getOrDefault(key, key);
        Comparator<JsonNode> values = (a, b) -> a.isNumber()
                ? a.decimalValue().compareTo(b.decimalValue())
                : a.asText().compareTo(b.asText());
        Comparator<JsonNode> known = down ? values.reversed() : values;
        Comparator<ObjectNode> unknownLast =
                Comparator.comparing(account -> account.path(field).isNull());
        return unknownLast
                .thenComparing(account -> account.path(field), known)
                .thenComparing(account -> account.path("id").asText());
    }

    /** The account's file; its parts add up to 100 − score. */
    static ObjectNode file(ObjectNode line) {
        ObjectNode file = JSON.createObjectNode();
        file.set("id", line.get("id"));
        file.set("profile", profile(line));
        file.set("health", health(line));
        file.set("figures", figures(line));
        file.set("flags", line.get("flags"));
        file.putNull("override");
        return file;
    }

    private static ObjectNode profile(ObjectNode line) {
        ObjectNode profile =
                line.deepCopy().retain("name", "owner", "segment", "stage", "arr", "arrCurrency", "renewalOn");
        profile.put("seats", 40).put("timeZone", "Europe/Berlin").put("status", "active");
        profile.putObject("traits").put("plan", "business").put("region", "EMEA");
        return profile;
    }

    private static ObjectNode figures(ObjectNode line) {
        ObjectNode figures = line.deepCopy().retain("wau", "trend", "daysInactive");
        figures.put("mau", line.path("wau").asInt() + 6).put("baseline", 19.5).put("seatUtilisation", 0.41);
        figures.put("stickiness", 0.37)
                .put("features28", 11)
                .put("daysPastDue", 15)
                .put("opened7", 4);
        figures.put("ticketRate", 1.22222)
                .put("openTickets", 3)
                .put("nps", 33.3333)
                .put("csat", 0.8);
        figures.putObject("overdueAmount").put("EUR", 123450);
        return figures;
    }

    private static ObjectNode health(ObjectNode line) {
        ObjectNode health = line.deepCopy().retain("score", "band", "coverage", "asOf");
        health.put("model", 1);
        ArrayNode signals = health.putArray("signals");
        health.putArray("caps");
        if (line.path("score").isNull()) {
            WEIGHTS.forEach((name, weight) -> missing(signals, name, weight));
            return health;
        }
        present(signals, line);
        missing(signals, "pulse", 5);
        return health;
    }

    private static void present(ArrayNode signals, ObjectNode line) {
        BigDecimal all = BigDecimal.valueOf(
                WEIGHTS.values().stream().mapToInt(Integer::intValue).sum());
        BigDecimal left = BigDecimal.valueOf(100).subtract(line.path("score").decimalValue());
        BigDecimal most = BigDecimal.ZERO;
        for (Map.Entry<String, Integer> signal : WEIGHTS.entrySet()) {
            BigDecimal weight = BigDecimal.valueOf(signal.getValue());
            BigDecimal share = weight.movePointRight(2).divide(all, 4, RoundingMode.HALF_UP);
            most = most.add(share);
            // greedy, but for the one point in five that is passed on to the next while the rest can still take it
            BigDecimal rest = BigDecimal.valueOf(100).subtract(most);
            BigDecimal lost = share.min(left.multiply(new BigDecimal("0.4"))).max(left.subtract(rest));
            left = left.subtract(lost);
            ObjectNode node = signals.addObject();
            node.put("name", signal.getKey())
                    .put("weight", signal.getValue())
                    .put("lost", lost)
                    .put("state", "present");
            node.put("points", BigDecimal.valueOf(50));
            JsonNode figure = line.path(FIGURES.getOrDefault(signal.getKey(), ""));
            node.put("figure", figure.isNumber() ? figure.decimalValue() : new BigDecimal("0.41"));
        }
    }

    private static void missing(ArrayNode signals, String name, int weight) {
        ObjectNode node =
                signals.addObject().put("name", name).put("weight", weight).put("state", "missing");
        node.putNull("figure").putNull("points").putNull("lost");
    }
}
