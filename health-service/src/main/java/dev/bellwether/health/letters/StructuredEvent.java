package dev.bellwether.health.letters;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.cfg.JsonNodeFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.bellwether.contracts.Problem;
import dev.bellwether.contracts.Reading;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A CloudEvent in one piece, which is how the door for CloudEvents keeps what it refuses.
 *
 * @param data the JSON of the data; empty when there is none
 */
@SuppressWarnings("ArrayRecordComponent") // the bytes are handed on, never changed
record StructuredEvent(Map<String, String> attributes, byte[] data) {

    /** Numbers are kept to the last digit. */
    private static final JsonMapper JSON = JsonMapper.builder(JsonFactory.builder()
                    .streamReadConstraints(
                            StreamReadConstraints.builder().maxNestingDepth(64).build())
                    .build())
            .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS, DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .disable(JsonNodeFeature.STRIP_TRAILING_BIGDECIMAL_ZEROES)
            .build();

    private static final byte[] NONE = {};

    /** Reads one; never throws at what cannot be read. */
    static Reading<StructuredEvent> read(byte @Nullable [] json) {
        try {
            JsonNode root = json == null ? null : JSON.readTree(json);
            return root == null || !root.isObject()
                    ? Reading.refused("", "must be a CloudEvent as a JSON object")
                    : read(root);
        } catch (IOException e) {
            return Reading.refused("", "is not UTF-8 JSON, or is nested too deeply");
        }
    }

    private static Reading<StructuredEvent> read(JsonNode root) {
        Map<String, String> attributes = new HashMap<>();
        List<Problem> problems = new ArrayList<>();
        root.properties().forEach(member -> {
            JsonNode value = member.getValue();
            if (isData(member.getKey()) || value.isNull()) {
                return;
            }
            if (value.isValueNode()) {
                attributes.put(member.getKey(), value.asText());
            } else {
                problems.add(new Problem("/" + member.getKey(), "must be text"));
            }
        });
        byte[] data = data(root, problems);
        return problems.isEmpty()
                ? new Reading.Understood<>(new StructuredEvent(attributes, data))
                : new Reading.Refused<>(problems);
    }

    private static boolean isData(String member) {
        return member.equals("data") || member.equals("data_base64");
    }

    private static byte[] data(JsonNode root, List<Problem> problems) {
        JsonNode plain = root.path("data");
        JsonNode encoded = root.path("data_base64");
        boolean both = root.hasNonNull("data") && root.hasNonNull("data_base64");
        if (both) {
            problems.add(new Problem("/data_base64", "must not stand beside another data"));
            return NONE;
        }
        try {
            if (root.hasNonNull("data_base64")) {
                return encoded.isTextual() ? encoded.binaryValue() : noBase64(problems);
            }
            return root.hasNonNull("data") ? JSON.writeValueAsBytes(plain) : NONE;
        } catch (IOException e) {
            return noBase64(problems);
        }
    }

    private static byte[] noBase64(List<Problem> problems) {
        problems.add(new Problem("/data_base64", "must be base64"));
        return NONE;
    }
}
