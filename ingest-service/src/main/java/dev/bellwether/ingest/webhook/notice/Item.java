package dev.bellwether.ingest.webhook.notice;

import dev.bellwether.contracts.Problem;
import java.util.List;

/**
 * One thing that a webhook tells of; most requests have one, some have a hundred.
 *
 * @param original its bytes as they were sent
 */
@SuppressWarnings("ArrayRecordComponent") // goes straight to the dead letters, if anywhere
public record Item(byte[] original, Meaning meaning) {

    /** An item in which one thing is wrong. */
    public static Item wrong(byte[] original, String pointer, String detail) {
        return new Item(original, new Meaning.Wrong(List.of(new Problem(pointer, detail))));
    }
}
