package dev.bellwether.ingest.webhook.notice;

import dev.bellwether.contracts.Codec;
import dev.bellwether.contracts.Envelope;
import dev.bellwether.contracts.Fact;
import dev.bellwether.contracts.Occurrence;
import java.time.Instant;

/**
 * A fact whose account is still to be found, and not yet judged.
 *
 * @param id the same whenever the same webhook comes again
 * @param type the CloudEvents type
 * @param data the fact's JSON, which does not hold the account
 */
@SuppressWarnings("ArrayRecordComponent") // written once, handed on
public record Claim(String id, String type, Instant at, byte[] data, Owner owner) {

    /** Stands where the account will; an {@link Occurrence} must not be blank. */
    public static final String SOMEBODY = "?";

    /** The occurrence of a fact whose account is still to be found. */
    public static Occurrence occurrence(String id, Instant at) {
        return new Occurrence(id, SOMEBODY, at);
    }

    public static Claim of(Fact fact, Owner owner) {
        Envelope envelope = Codec.write(fact, SOMEBODY);
        return new Claim(envelope.id(), envelope.type(), envelope.time(), envelope.data(), owner);
    }

    /** The event that says so of that account. */
    public Envelope about(String account, String source) {
        return new Envelope(id, source, type, account, at, data);
    }
}
