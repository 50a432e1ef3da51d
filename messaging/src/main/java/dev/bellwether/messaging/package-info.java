/** The code where Kafka meets PostgreSQL, said once: records, the producer, the outbox and its relay, dead letters. */
@NullMarked
package dev.bellwether.messaging;

import org.jspecify.annotations.NullMarked;
