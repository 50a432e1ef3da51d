package dev.bellwether.ingest.webhook.notice;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParseException;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonPointer;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.bellwether.contracts.Reading;
import dev.bellwether.contracts.Utf8;
import dev.bellwether.ingest.body.JsonText;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** Foreign JSON as a tree, within bounds, and the bytes of its parts. */
public final class Tree {

    private static final ObjectMapper JSON = JsonMapper.builder(JsonFactory.builder()
                    .streamReadConstraints(StreamReadConstraints.builder()
                            .maxNestingDepth(100)
                            .maxNameLength(2_000)
                            .maxNumberLength(100)
                            .build())
                    .build())
            .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .build();

    private Tree() {}

    /** The document, or where it stops being JSON. */
    public static Reading<JsonNode> read(byte[] json) {
        if (!Utf8.isValid(json)) {
            return Reading.refused("", "is not UTF-8 JSON");
        }
        try {
            JsonNode node = JSON.readTree(json);
            return node.isMissingNode() ? Reading.refused("", "is empty") : new Reading.Understood<>(node);
        } catch (JsonParseException e) {
            return Reading.refused("", JsonText.failure(e));
        } catch (IOException e) {
            return Reading.refused(
                    "",
                    "is not UTF-8 JSON, or more follows it, or it is nested too deeply or has a name that is too long");
        }
    }

    /** The bytes of each element of the list to which the pointer leads; as they were sent. */
    public static List<byte[]> elements(byte[] json, JsonPointer list) throws IOException {
        return JsonText.read(json, parser -> elements(json, list, parser));
    }

    private static List<byte[]> elements(byte[] json, JsonPointer list, JsonParser parser) throws IOException {
        List<byte[]> elements = new ArrayList<>();
        JsonPointer rest = list;
        while (!rest.matches() && parser.currentToken() == JsonToken.START_OBJECT) {
            while (parser.nextToken() == JsonToken.FIELD_NAME
                    && !parser.currentName().equals(rest.getMatchingProperty())) {
                parser.nextToken();
                parser.skipChildren();
            }
            parser.nextToken();
            rest = rest.tail();
        }
        if (parser.currentToken() == JsonToken.START_ARRAY) {
            while (parser.nextToken() != JsonToken.END_ARRAY) {
                int from = JsonText.start(parser);
                elements.add(Arrays.copyOfRange(json, from, JsonText.skip(parser)));
            }
        }
        return elements;
    }
}
