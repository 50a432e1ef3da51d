package dev.bellwether.alert.message;

import java.util.Locale;
import java.util.Optional;

/**
 * Whom a message is for, and where it is read.
 *
 * @param email of the person
 * @param slackId the person's Slack member id, when known
 * @param place the shared place where it is read, such as a Slack channel; empty when it goes to the person's own
 */
public record Recipient(String email, Optional<String> slackId, Optional<String> place) {

    public static Recipient person(String email) {
        return new Recipient(email, Optional.empty(), Optional.empty());
    }

    public Recipient at(String shared) {
        return new Recipient(email, slackId, Optional.of(shared));
    }

    /** What tells two mailboxes, or two places, apart. */
    public String address() {
        return place.orElseGet(() -> email.toLowerCase(Locale.ROOT));
    }
}
