package dev.bellwether.ingest.cloudevents.wire;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import dev.bellwether.contracts.Problem;
import dev.bellwether.contracts.Reading;
import dev.bellwether.ingest.body.JsonText;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Reads the JSON event format, alone or in a list, in one pass; data is cut out of the body as it stands there. */
public final class StructuredReader {

    private static final byte[] NONE = {};

    private final byte[] body;
    private final JsonParser parser;

    private StructuredReader(byte[] body, JsonParser parser) {
        this.body = body;
        this.parser = parser;
    }

    /**
     * The events of a body; only broken JSON, or the other form than the mode promises, refuses it as a whole.
     *
     * @param mode structured, batched or by body
     */
    public static Reading<Events> read(byte[] body, Mode mode) {
        try {
            return JsonText.read(body, parser -> read(body, parser, mode));
        } catch (IOException e) {
            return Reading.refused("", "the body " + JsonText.failure(e));
        }
    }

    private static Reading<Events> read(byte[] body, JsonParser parser, Mode mode) throws IOException {
        boolean list = parser.currentToken() == JsonToken.START_ARRAY;
        boolean object = parser.currentToken() == JsonToken.START_OBJECT;
        if (!(list && mode != Mode.STRUCTURED) && !(object && mode != Mode.BATCHED)) {
            return Reading.refused("", "the body must be " + expected(mode));
        }
        StructuredReader reader = new StructuredReader(body, parser);
        List<Candidate> events = list ? reader.events() : List.of(reader.event());
        return parser.nextToken() == null
                ? new Reading.Understood<>(new Events(events, list))
                : Reading.refused("", "the body must be one JSON document, but more follows it");
    }

    /**
     * @param batch whether they came in a list, so that a place in it is part of every pointer
     */
    public record Events(List<Candidate> list, boolean batch) {}

    private static String expected(Mode mode) {
        return switch (mode) {
            case STRUCTURED -> "a JSON object";
            case BATCHED -> "a JSON list of events";
            case BY_BODY -> "an event as a JSON object, or a JSON list of events";
            case BINARY, UNSUPPORTED -> "in another mode";
        };
    }

    private List<Candidate> events() throws IOException {
        List<Candidate> events = new ArrayList<>();
        while (parser.nextToken() != JsonToken.END_ARRAY) {
            events.add(parser.currentToken() == JsonToken.START_OBJECT ? event() : noEvent());
        }
        return events;
    }

    private Candidate noEvent() throws IOException {
        int start = JsonText.start(parser);
        int end = JsonText.skip(parser);
        return candidate(Map.of(), NONE, start, end, List.of(new Problem("", "must be a JSON object")));
    }

    private Candidate event() throws IOException {
        int start = JsonText.start(parser);
        Map<String, String> attributes = new HashMap<>();
        List<Problem> problems = new ArrayList<>(0);
        byte[] data = null;
        while (parser.nextToken() != JsonToken.END_OBJECT) {
            String name = parser.currentName();
            boolean absent = parser.nextToken() == JsonToken.VALUE_NULL;
            if (name.equals("data") || name.equals("data_base64")) {
                if (!absent && data != null) {
                    problems.add(new Problem("/" + name, "must not stand beside another data"));
                }
                data = absent ? data : data(name, problems);
            } else if (!absent) {
                attribute(name, attributes, problems);
            }
        }
        return candidate(attributes, data == null ? NONE : data, start, JsonText.end(parser), problems);
    }

    private Candidate candidate(
            Map<String, String> attributes, byte[] data, int start, int end, List<Problem> problems) {
        return new Candidate(attributes, data, end - start, () -> slice(start, end), problems);
    }

    private void attribute(String name, Map<String, String> attributes, List<Problem> problems) throws IOException {
        String text = JsonText.scalar(parser);
        if (text == null) {
            problems.add(new Problem("/" + name, "must be text"));
        } else {
            attributes.put(name, text);
        }
    }

    private byte @Nullable [] data(String name, List<Problem> problems) throws IOException {
        if (name.equals("data")) {
            int start = JsonText.start(parser);
            return slice(start, JsonText.skip(parser));
        }
        String text = JsonText.scalar(parser);
        try {
            return Base64.getDecoder().decode(text == null ? "?" : text);
        } catch (IllegalArgumentException e) {
            problems.add(new Problem("/data_base64", "must be base64"));
            return null;
        }
    }

    private byte[] slice(int start, int end) {
        return Arrays.copyOfRange(body, start, end);
    }
}
