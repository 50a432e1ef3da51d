package dev.bellwether.ingest.webhook.notice;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** From a vendor's words to ours. The same bytes mean the same by the same ids. */
public interface Translation {

    /**
     * The items of a request; a body that cannot be read is one item, and wrong.
     *
     * @param contentType the header, as far as the request has one
     * @param receivedAt stands in where a mapping finds no time
     */
    List<Item> translate(byte[] body, @Nullable String contentType, Instant receivedAt);
}
