package dev.bellwether.ingest.segment.call;

import dev.bellwether.contracts.Codec;
import dev.bellwether.contracts.Envelope;
import dev.bellwether.contracts.Fact;
import java.time.Instant;

/**
 * A fact whose account may still be unknown.
 *
 * @param type the CloudEvents type
 * @param data the fact's JSON, which does not hold the account
 */
@SuppressWarnings("ArrayRecordComponent") // written once, handed on
public record Statement(String id, String type, Instant at, byte[] data) {

    /** Stands where the account will; an {@link dev.bellwether.contracts.Occurrence} must not be blank. */
    static final String SOMEBODY = "?";

    static Statement of(Fact fact) {
        Envelope envelope = Codec.write(fact, SOMEBODY);
        return new Statement(envelope.id(), envelope.type(), envelope.time(), envelope.data());
    }

    /** The event that says so of that account. */
    public Envelope about(String account, String source) {
        return new Envelope(id, source, type, account, at, data);
    }
}
