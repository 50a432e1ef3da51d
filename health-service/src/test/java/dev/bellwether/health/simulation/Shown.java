package dev.bellwether.health.simulation;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.cfg.JsonNodeFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import dev.bellwether.contracts.Band;
import dev.bellwether.contracts.FlagKind;
import dev.bellwether.contracts.Severity;
import java.math.BigDecimal;
import java.util.EnumMap;
import java.util.Locale;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/** All numbers of an account that a reader of the API sees, by name; what is null there is not here. Yes is 1, no is 0. */
record Shown(SortedMap<String, BigDecimal> numbers, Band band, Map<FlagKind, Severity> flags) {

    private static final ObjectMapper JSON = JsonMapper.builder()
            .addModule(new JavaTimeModule())
            .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
            .disable(JsonNodeFeature.STRIP_TRAILING_BIGDECIMAL_ZEROES)
            .build();

    /** What the document would show once it is JSON. */
    static Shown of(Object document, Map<FlagKind, Severity> flags) {
        return read(JSON.valueToTree(document), flags);
    }

    /** What an answer of the API shows. */
    static Shown of(String answer) {
        try {
            JsonNode node = JSON.readTree(answer);
            Map<FlagKind, Severity> flags = new EnumMap<>(FlagKind.class);
            node.get("flags")
                    .forEach(flag -> flags.put(
                            FlagKind.valueOf(flag.get("kind").asText()),
                            Severity.valueOf(flag.get("severity").asText().toUpperCase(Locale.ROOT))));
            return read(node, flags);
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException("not JSON: " + answer, e);
        }
    }

    /** The day of which an answer of the API speaks. */
    static String asOf(String answer) {
        try {
            return JSON.readTree(answer).get("health").get("asOf").asText();
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException("not JSON: " + answer, e);
        }
    }

    private static Shown read(JsonNode node, Map<FlagKind, Severity> flags) {
        SortedMap<String, BigDecimal> numbers = new TreeMap<>();
        JsonNode health = node.get("health");
        add(numbers, "score", health.get("score"));
        add(numbers, "coverage", health.get("coverage"));
        for (JsonNode signal : health.get("signals")) {
            String name = signal.get("name").asText();
            add(numbers, name + ".figure", signal.get("figure"));
            add(numbers, name + ".points", signal.get("points"));
            add(numbers, name + ".lost", signal.get("lost"));
        }
        for (JsonNode cap : health.get("caps")) {
            add(numbers, cap.get("name").asText() + ".lost", cap.get("lost"));
        }
        node.get("figures").fields().forEachRemaining(figure -> add(numbers, figure.getKey(), figure.getValue()));
        return new Shown(numbers, Band.valueOf(health.get("band").asText().toUpperCase(Locale.ROOT)), flags);
    }

    private static void add(Map<String, BigDecimal> numbers, String name, JsonNode value) {
        if (value.isObject()) {
            value.fields().forEachRemaining(one -> add(numbers, name + "." + one.getKey(), one.getValue()));
        } else if (value.isBoolean()) {
            numbers.put(name, value.asBoolean() ? BigDecimal.ONE : BigDecimal.ZERO);
        } else if (!value.isNull()) {
            numbers.put(name, value.decimalValue());
        }
    }
}
