package dev.bellwether.alert.message;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;

/** What a message says. A snapshot: everything that a channel shows is in it, nothing is looked up later. */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "type")
@JsonSubTypes({
    @JsonSubTypes.Type(value = AlertMessage.class, name = "alert"),
    @JsonSubTypes.Type(value = FollowUp.class, name = "follow-up"),
    @JsonSubTypes.Type(value = Update.class, name = "update"),
    @JsonSubTypes.Type(value = Resolved.class, name = "resolved"),
    @JsonSubTypes.Type(value = Summary.class, name = "summary"),
    @JsonSubTypes.Type(value = SummaryUpdate.class, name = "summary-update"),
    @JsonSubTypes.Type(value = Digest.class, name = "digest"),
    @JsonSubTypes.Type(value = Trouble.class, name = "trouble")
})
public sealed interface Content
        permits AlertMessage, FollowUp, Update, Resolved, Summary, SummaryUpdate, Digest, Trouble {

    /** Whether it only shows anew, in silence, what was sent: nothing is sent where that cannot be. */
    default boolean silent() {
        return this instanceof Update || this instanceof SummaryUpdate;
    }

    /** Whether somebody has to do something about what it says: whoever it is for must hear of it. */
    default boolean callsForAction() {
        return this instanceof AlertMessage || this instanceof FollowUp || this instanceof Summary;
    }
}
