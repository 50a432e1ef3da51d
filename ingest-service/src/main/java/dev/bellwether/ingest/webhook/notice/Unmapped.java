package dev.bellwether.ingest.webhook.notice;

/** What becomes of a fact whose customer belongs to no account that is known. */
public enum Unmapped {
    /** The vendor's id of the customer is the account id. */
    ID,
    /** It waits until the account becomes known, as long as other events wait for theirs. */
    PARK,
    /** It becomes a dead letter. */
    REFUSE
}
