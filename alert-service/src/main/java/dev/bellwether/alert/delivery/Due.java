package dev.bellwether.alert.delivery;

import dev.bellwether.alert.policy.Channel;
import java.time.Instant;

/**
 * A message whose turn has come, and which belongs to this process until its lease ends.
 *
 * @param queuedAt when it was decided that it is told, or told once more
 * @param attempt counts the attempts, this one included; an outcome of another attempt is not recorded
 */
record Due(long id, Channel channel, int attempt, Instant firstTriedAt, Instant queuedAt, Message message) {

    String address() {
        return message.recipient().address();
    }
}
