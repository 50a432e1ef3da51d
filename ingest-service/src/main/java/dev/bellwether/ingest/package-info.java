/** The doors: what comes in by HTTP leaves as facts on Kafka, and is answered after the broker's acknowledgement. */
@NullMarked
package dev.bellwether.ingest;

import org.jspecify.annotations.NullMarked;
