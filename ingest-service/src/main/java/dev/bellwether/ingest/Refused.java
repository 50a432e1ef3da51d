package dev.bellwether.ingest;

import dev.bellwether.contracts.Problem;
import dev.bellwether.ingest.verdict.Reason;
import java.util.List;

/**
 * An event that a door refused.
 *
 * @param original the bytes as they were sent, without the write key
 */
@SuppressWarnings("ArrayRecordComponent") // goes straight to the dead letters
public record Refused(byte[] original, Reason reason, List<Problem> problems) {

    public Refused {
        problems = List.copyOf(problems);
    }
}
