/** The measures of the doors. */
@NullMarked
package dev.bellwether.benchmarks.ingest;

import org.jspecify.annotations.NullMarked;
