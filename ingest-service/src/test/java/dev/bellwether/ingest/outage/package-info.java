/** The doors while Kafka goes and comes. */
@NullMarked
package dev.bellwether.ingest.outage;

import org.jspecify.annotations.NullMarked;
