/** The job of the health service written with Kafka Streams, to compare with. */
@NullMarked
package dev.bellwether.benchmarks.streams;

import org.jspecify.annotations.NullMarked;
