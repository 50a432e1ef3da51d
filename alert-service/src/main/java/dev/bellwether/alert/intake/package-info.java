/** The way in: announcements from Kafka become alerts and due messages, in one transaction a batch. */
@NullMarked
package dev.bellwether.alert.intake;

import org.jspecify.annotations.NullMarked;
