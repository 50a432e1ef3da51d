package dev.bellwether.alert.delivery;

import dev.bellwether.alert.policy.Channel;
import java.time.Instant;

/**
 * A message whose turn has come, and which belongs to this process until its lease ends.
 *
 * @param queuedAt when it was decided that it is told, or told once more
 */
record Due(long id, Channel channel, Tries tries, Instant queuedAt, Message message) {

    /**
     * How often it was tried.
     *
     * @param attempt counts the attempts, this one included; an outcome of another attempt is not recorded
     * @param unanswered those before this one of which nobody knows whether it arrived
     * @param firstTriedAt when the first of them was begun
     */
    record Tries(int attempt, int unanswered, Instant firstTriedAt) {}

    String address() {
        return message.recipient().address();
    }
}
