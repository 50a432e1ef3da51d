package dev.bellwether.ingest.webhook;

import dev.bellwether.contracts.Attributes;
import dev.bellwether.contracts.Codec;
import dev.bellwether.contracts.Envelope;
import dev.bellwether.contracts.Fact;
import dev.bellwether.contracts.Reading;
import dev.bellwether.ingest.verdict.Horizon;
import dev.bellwether.ingest.verdict.Reason;
import dev.bellwether.ingest.verdict.Verdict;
import java.time.Instant;

/**
 * Decides whether what a webhook claims is a fact that every service can read.
 *
 * @param receivedAt what the future is measured from
 * @param eventBytes largest event
 */
record Judge(Instant receivedAt, int eventBytes) {

    private static final String STORABLE = "no NUL, no half of a surrogate pair and no U+FFFD";

    Verdict<Envelope> judge(Envelope event) {
        if (event.id().isBlank() || !Attributes.isKeepable(event.id())) {
            return Verdict.refused(
                    Reason.INVALID, "/id", "must have 1 to " + Attributes.LIMIT + " characters, " + STORABLE);
        }
        if (!Attributes.isKeepable(event.subject())) {
            return Verdict.refused(
                    Reason.INVALID, "/subject", "must have at most " + Attributes.LIMIT + " characters, " + STORABLE);
        }
        if (event.data().length > eventBytes) {
            return Verdict.refused(Reason.TOO_LARGE, "/data", "is larger than " + eventBytes + " bytes");
        }
        if (Horizon.isBeyond(event.time(), receivedAt)) {
            return Verdict.refused(Reason.IN_THE_FUTURE, "/time", Horizon.DETAIL);
        }
        return switch (Codec.readFact(event)) {
            case Reading.Refused<Fact>(var problems) -> new Verdict.Refused<>(Reason.INVALID, problems);
            case Reading.Understood<Fact> fact -> new Verdict.Accepted<>(event);
        };
    }
}
