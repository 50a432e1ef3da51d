/** How fast usage on the log becomes committed health, against a bare consumer. */
@NullMarked
package dev.bellwether.benchmarks.throughput;

import org.jspecify.annotations.NullMarked;
