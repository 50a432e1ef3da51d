/** Announcements that commit with the state they announce, and the relay that publishes them in order. */
@NullMarked
package dev.bellwether.messaging.outbox;

import org.jspecify.annotations.NullMarked;
