package dev.bellwether.contracts;

import java.time.Instant;

/**
 * A flag as it was when an event was made.
 *
 * @param flagId the same from raising to clearing; a flag raised again later has another
 * @param sentence one English sentence a customer success manager can read
 */
public record Flag(
        String flagId, FlagKind kind, Severity severity, Instant raisedAt, String sentence, Evidence evidence) {

    static Flag read(Fields fields) {
        return new Flag(
                fields.required("flagId", fields.text("flagId")),
                fields.required("kind", fields.oneOf("kind", FlagKind.class), FlagKind.RED),
                fields.required("severity", fields.oneOf("severity", Severity.class), Severity.INFO),
                fields.required("raisedAt", fields.instant("raisedAt"), Instant.EPOCH),
                fields.required("sentence", fields.longText("sentence")),
                fields.required("evidence", fields.object("evidence", Evidence::read), Fields.NO_EVIDENCE));
    }

    void write(Json json) {
        json.text("flagId", flagId).constant("kind", kind).constant("severity", severity);
        json.instant("raisedAt", raisedAt).text("sentence", sentence).object("evidence", evidence, Evidence::write);
    }
}
