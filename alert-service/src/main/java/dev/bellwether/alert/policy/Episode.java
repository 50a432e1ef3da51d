package dev.bellwether.alert.policy;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.UUID;

/**
 * One time that a matter came up: a flag from raising to clearing, or one milestone or outcome of a contract's term.
 *
 * @param kind the flag's kind, or {@code RENEWAL_DUE}, {@code RENEWAL_DISPUTED}, {@code TERM_LAPSED}, {@code TERM_RENEWED}, {@code ACCOUNT_CHURNED}
 * @param name distinguishes the times: the flag id, or the term with its dates and milestone
 */
public record Episode(Matter matter, String kind, String name) {

    /** Derived from the episode, so that the same episode has the same id wherever and whenever it is met. */
    public UUID alertId() {
        String identity = String.join("\0", matter.accountId(), matter.name(), kind, name);
        return UUID.nameUUIDFromBytes(identity.getBytes(UTF_8));
    }
}
