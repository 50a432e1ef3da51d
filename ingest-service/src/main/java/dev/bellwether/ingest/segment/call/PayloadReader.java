package dev.bellwether.ingest.segment.call;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import dev.bellwether.contracts.Reading;
import dev.bellwether.ingest.body.JsonText;
import java.io.IOException;
import java.util.Map;

/** Reads bodies: nearly all the short way, and those for which it is too short by the parser that knows all of JSON. */
public final class PayloadReader {

    private final Map<String, Field> properties;
    private final CallNames names;

    public PayloadReader(Vocabulary vocabulary) {
        this.properties = vocabulary.properties();
        this.names = new CallNames(properties);
    }

    /** The body's calls. One of a wrong form carries its problems; only broken JSON refuses the body. */
    public Reading<Payload> read(byte[] json) {
        Payload usual = new CallScanner(json, names).scan();
        return usual == null ? readAny(json) : new Reading.Understood<>(usual);
    }

    /** The same without the short way. */
    Reading<Payload> readAny(byte[] json) {
        try {
            return JsonText.read(json, this::read);
        } catch (IOException e) {
            return Reading.refused("", "the body " + JsonText.failure(e));
        }
    }

    private Reading<Payload> read(JsonParser parser) throws IOException {
        if (parser.currentToken() != JsonToken.START_OBJECT) {
            return Reading.refused("", "the body must be a JSON object");
        }
        Payload payload = new CallReader(parser, properties).payload();
        return parser.nextToken() == null
                ? new Reading.Understood<>(payload)
                : Reading.refused("", "the body must be one JSON object, but more follows it");
    }
}
