package dev.bellwether.ingest.segment.call;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import dev.bellwether.ingest.body.JsonText;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.StringJoiner;
import org.jspecify.annotations.Nullable;

/** Picks out of a stream what {@link Field} and {@link Vocabulary#properties} name, and passes over the rest. */
final class CallReader {

    /** Traits nested deeper than this are left out. */
    private static final int TRAIT_DEPTH = 8;

    private final JsonParser parser;
    private final Map<String, Field> properties;
    private @Nullable List<RawCall> batch;

    CallReader(JsonParser parser, Map<String, Field> properties) {
        this.parser = parser;
        this.properties = properties;
    }

    Payload payload() throws IOException {
        RawCall whole = call(true);
        return new Payload(whole, batch);
    }

    private RawCall call(boolean top) throws IOException {
        int start = JsonText.start(parser);
        Draft draft = new Draft();
        while (parser.nextToken() != JsonToken.END_OBJECT) {
            String name = parser.currentName();
            JsonToken token = parser.nextToken();
            if (token != JsonToken.VALUE_NULL) {
                read(name, token, draft, top);
            }
        }
        return draft.call(start, JsonText.end(parser));
    }

    private void read(String name, JsonToken token, Draft draft, boolean top) throws IOException {
        Field field = Field.named(name);
        if (field != null) {
            plain(field, draft);
        } else if (top && name.equals("batch") && token == JsonToken.START_ARRAY) {
            batch = calls();
        } else if (token != JsonToken.START_OBJECT) {
            parser.skipChildren();
        } else {
            switch (name) {
                case "properties" -> properties(draft);
                case "context" -> context(draft);
                case "traits" -> traits("", draft.describe(), 0);
                default -> parser.skipChildren();
            }
        }
    }

    private void plain(Field field, Draft draft) throws IOException {
        switch (field) {
            case GROUP_ID -> draft.put(field, group());
            case WRITE_KEY -> {
                int start = JsonText.start(parser);
                draft.put(field, JsonText.scalar(parser));
                draft.hide(start, JsonText.end(parser));
            }
            default -> draft.put(field, JsonText.scalar(parser));
        }
    }

    private List<RawCall> calls() throws IOException {
        List<RawCall> calls = new ArrayList<>();
        while (parser.nextToken() != JsonToken.END_ARRAY) {
            calls.add(parser.currentToken() == JsonToken.START_OBJECT ? call(false) : noCall());
        }
        return calls;
    }

    private RawCall noCall() throws IOException {
        int start = JsonText.start(parser);
        Extent extent = new Extent(start, JsonText.skip(parser), List.of());
        return RawCall.none(extent);
    }

    private void properties(Draft draft) throws IOException {
        while (parser.nextToken() != JsonToken.END_OBJECT) {
            Field field = properties.get(parser.currentName());
            JsonToken token = parser.nextToken();
            if (field == null || token == JsonToken.VALUE_NULL) {
                parser.skipChildren();
            } else {
                draft.put(field, first());
            }
        }
    }

    private void context(Draft draft) throws IOException {
        while (parser.nextToken() != JsonToken.END_OBJECT) {
            boolean group = parser.currentName().equals("groupId");
            if (parser.nextToken() != JsonToken.VALUE_NULL && group) {
                draft.put(Field.CONTEXT_GROUP_ID, group());
            } else {
                parser.skipChildren();
            }
        }
    }

    /** A plain value, blank for an empty list or object, which names no group; null for anything else. */
    private @Nullable String group() throws IOException {
        return parser.currentToken().isScalarValue() ? JsonText.scalar(parser) : first(false);
    }

    /** Likewise, or the first plain value of a list or object: {@code "$groups": {"company": "acme"}}. */
    private @Nullable String first() throws IOException {
        return parser.currentToken().isScalarValue() ? JsonText.scalar(parser) : first(true);
    }

    private @Nullable String first(boolean wanted) throws IOException {
        JsonToken end = parser.currentToken() == JsonToken.START_OBJECT ? JsonToken.END_OBJECT : JsonToken.END_ARRAY;
        String found = null;
        boolean empty = true;
        while (parser.nextToken() != end) {
            empty = false;
            if (parser.currentToken() != JsonToken.FIELD_NAME) {
                String value = JsonText.scalar(parser);
                found = found == null && wanted ? value : found;
            }
        }
        return empty ? "" : found;
    }

    private void traits(String prefix, Map<String, String> traits, int depth) throws IOException {
        while (parser.nextToken() != JsonToken.END_OBJECT) {
            String path = prefix + parser.currentName();
            if (parser.nextToken() == JsonToken.START_OBJECT && depth < TRAIT_DEPTH) {
                traits(path + ".", traits, depth + 1);
            } else {
                String value = parser.currentToken() == JsonToken.START_ARRAY ? list() : JsonText.scalar(parser);
                if (value != null) {
                    traits.put(path, value);
                }
            }
        }
    }

    /** The plain values of a list, as people write them; null when there are none. */
    private @Nullable String list() throws IOException {
        StringJoiner values = new StringJoiner(", ");
        boolean empty = true;
        while (parser.nextToken() != JsonToken.END_ARRAY) {
            String value = JsonText.scalar(parser);
            if (value != null) {
                values.add(value);
                empty = false;
            }
        }
        return empty ? null : values.toString();
    }
}
