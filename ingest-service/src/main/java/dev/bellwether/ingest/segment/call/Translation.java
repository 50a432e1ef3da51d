package dev.bellwether.ingest.segment.call;

import dev.bellwether.ingest.verdict.Horizon;
import dev.bellwether.ingest.verdict.Reason;
import dev.bellwether.ingest.verdict.Verdict;
import java.time.Instant;
import java.util.UUID;

/** Judges the calls of one request and says what they mean. */
public final class Translation {

    private final RawCall shared;
    private final byte[] body;
    private final Instant receivedAt;
    private final Terms terms;

    /**
     * @param shared the top level of the request: {@code sentAt} and {@code context} there hold for all its calls
     */
    public Translation(RawCall shared, byte[] body, Instant receivedAt, Terms terms) {
        this.shared = shared;
        this.body = body;
        this.receivedAt = receivedAt;
        this.terms = terms;
    }

    /** What a call of a batch means, by its own {@code type}. */
    public Verdict<Call> item(RawCall raw) {
        if (raw.isNone()) {
            return Verdict.refused(Reason.INVALID, "", "must be a JSON object");
        }
        Kind kind = Kind.named(raw.text(Field.TYPE));
        return kind == null
                ? Verdict.refused(Reason.INVALID, "/type", "must be one of track, identify, group, page, screen, alias")
                : of(kind, raw);
    }

    /** What a call of that kind means. */
    public Verdict<Call> of(Kind kind, RawCall raw) {
        if (raw.extent().length() > terms.eventBytes()) {
            return Verdict.refused(Reason.TOO_LARGE, "", "is larger than " + terms.eventBytes() + " bytes");
        }
        Check check = new Check(raw);
        Instant at = occurredAt(raw, check);
        Call call = new Meaning(terms.vocabulary(), raw, check, shared.first(Field.CONTEXT_GROUP_ID))
                .of(kind, id(raw, check), at);
        if (!check.problems().isEmpty()) {
            return new Verdict.Refused<>(Reason.INVALID, check.problems());
        }
        return Horizon.isBeyond(at, receivedAt)
                ? Verdict.refused(Reason.IN_THE_FUTURE, Field.TIMESTAMP.pointer(), Horizon.DETAIL)
                : new Verdict.Accepted<>(call);
    }

    private Instant occurredAt(RawCall raw, Check check) {
        Instant timestamp = check.instant(Field.ORIGINAL_TIMESTAMP, Field.TIMESTAMP);
        String sentAt = raw.text(Field.SENT_AT);
        String sharedSentAt = sentAt == null ? shared.text(Field.SENT_AT) : sentAt;
        // a sentAt that cannot be read corrects nothing, and does not cost the event
        Instant at = Moment.of(timestamp, sharedSentAt == null ? null : Moment.parse(sharedSentAt), receivedAt);
        if (at.isBefore(Instant.EPOCH)) {
            check.problem(Field.TIMESTAMP, "must not lie before 1970, also when it is corrected by sentAt");
        }
        return at;
    }

    /**
     * The sender's id, else one made of the bytes when they tell the time, so that a repeated request repeats its ids,
     * else a fresh one.
     */
    private String id(RawCall raw, Check check) {
        String id = check.identifier(Field.MESSAGE_ID);
        if (id != null) {
            return id;
        }
        return raw.first(Field.ORIGINAL_TIMESTAMP, Field.TIMESTAMP) == null
                ? terms.freshId().get()
                : UUID.nameUUIDFromBytes(raw.extent().keptOf(body)).toString();
    }
}
