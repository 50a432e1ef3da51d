package dev.bellwether.ingest.segment.call;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.exc.StreamConstraintsException;
import dev.bellwether.contracts.Reading;
import dev.bellwether.ingest.body.JsonText;
import java.io.IOException;

/** Reads bodies: nearly all the short way, and those for which it is too short by the parser that knows all of JSON. */
public final class PayloadReader {

    private final Vocabulary vocabulary;
    private final CallNames names;

    public PayloadReader(Vocabulary vocabulary) {
        this.vocabulary = vocabulary;
        this.names = new CallNames(vocabulary);
    }

    /** The body's calls. One of a wrong form carries its problems; only broken JSON refuses the body. */
    public Reading<Payload> read(byte[] json) {
        Payload usual = new CallScanner(json, names).scan();
        return usual == null ? readAny(json) : new Reading.Understood<>(usual);
    }

    /** The same without the short way. */
    Reading<Payload> readAny(byte[] json) {
        try {
            return readUsual(json);
        } catch (IOException e) {
            return Reading.refused("", "the body " + JsonText.failure(e));
        }
    }

    private Reading<Payload> readUsual(byte[] json) throws IOException {
        try (JsonParser parser = JsonText.open(json)) {
            return read(parser);
        } catch (StreamConstraintsException e) { // one odd call must not cost the others
            try (JsonParser parser = JsonText.openOdd(json)) {
                return read(parser);
            }
        }
    }

    private Reading<Payload> read(JsonParser parser) throws IOException {
        if (parser.currentToken() != JsonToken.START_OBJECT) {
            return Reading.refused("", "the body must be a JSON object");
        }
        Payload payload = new CallReader(parser, vocabulary).payload();
        return parser.nextToken() == null
                ? new Reading.Understood<>(payload)
                : Reading.refused("", "the body must be one JSON object, but more follows it");
    }
}
