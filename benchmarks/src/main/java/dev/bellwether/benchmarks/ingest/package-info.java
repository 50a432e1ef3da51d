/** How fast the doors take events in, against a bare producer and an endpoint that does nothing. */
@NullMarked
package dev.bellwether.benchmarks.ingest;

import org.jspecify.annotations.NullMarked;
