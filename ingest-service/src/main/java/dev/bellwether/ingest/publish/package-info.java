/** The way out: facts and dead letters to Kafka, bounded, settled only by the broker's acknowledgement. */
@NullMarked
package dev.bellwether.ingest.publish;

import org.jspecify.annotations.NullMarked;
