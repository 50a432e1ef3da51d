/** The customers whose contracts are swept over. */
@NullMarked
package dev.bellwether.benchmarks.renewal;

import org.jspecify.annotations.NullMarked;
