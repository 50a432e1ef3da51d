package dev.bellwether.alert.delivery;

import dev.bellwether.alert.message.AlertMessage;
import dev.bellwether.alert.message.Content;
import dev.bellwether.alert.message.Recipient;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/**
 * What one recipient is told on one channel.
 *
 * @param key the same for every attempt, different for every message: what receivers recognise a repeat by
 * @param thread what belongs together has the same; the alert whose first message opened it, or a summary's or digest's own
 * @param revision counts what is told in a thread, from 1
 * @param because why it is for this recipient, as the end of a sentence: "the account is yours"
 * @param opening how the other side names the first message that this recipient has of the thread; empty when it does not
 * @param triedSince when the first attempt was begun, if one may have arrived; else empty
 */
public record Message(
        String key,
        UUID thread,
        int revision,
        Recipient recipient,
        String because,
        Content content,
        String opening,
        Optional<Instant> triedSince) {

    /** Whether the recipient has nothing of its thread before. */
    public boolean first() {
        return content instanceof AlertMessage;
    }

    /** Whether an earlier attempt may have arrived. */
    public boolean repeat() {
        return triedSince.isPresent();
    }
}
