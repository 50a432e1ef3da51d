package dev.bellwether.ingest.segment.call;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import dev.bellwether.contracts.Reading;
import dev.bellwether.ingest.body.JsonText;
import java.io.IOException;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A request's body: one call, or a batch of calls with what they share.
 *
 * @param whole the top level: the single call itself, or what the calls of the batch share
 * @param batch null when there is none
 */
public record Payload(RawCall whole, @Nullable List<RawCall> batch) {

    /** Reads the body in one pass. A call of a wrong form carries its problems; only broken JSON refuses the body. */
    public static Reading<Payload> read(byte[] json, Vocabulary vocabulary) {
        try (JsonParser parser = JsonText.open(json)) {
            if (parser.currentToken() != JsonToken.START_OBJECT) {
                return Reading.refused("", "the body must be a JSON object");
            }
            Payload payload = new CallReader(parser, vocabulary).payload();
            return parser.nextToken() == null
                    ? new Reading.Understood<>(payload)
                    : Reading.refused("", "the body must be one JSON object, but more follows it");
        } catch (IOException e) {
            return Reading.refused("", "the body " + JsonText.failure(e));
        }
    }

    /** The write key in the body, where clients that send no header put it; null when there is none. */
    public @Nullable String writeKey() {
        return whole.text(Field.WRITE_KEY);
    }
}
