package dev.bellwether.ingest.segment.call;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A request's body: one call, or a batch of calls with what they share.
 *
 * @param whole the top level: the single call itself, or what the calls of the batch share
 * @param batch null when there is none
 */
public record Payload(RawCall whole, @Nullable List<RawCall> batch) {

    /** The write key in the body, where clients that send no header put it; null when there is none. */
    public @Nullable String writeKey() {
        return whole.text(Field.WRITE_KEY);
    }
}
