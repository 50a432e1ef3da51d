/** The machine a measure runs on, and the broker and database it starts there. */
@NullMarked
package dev.bellwether.benchmarks.machine;

import org.jspecify.annotations.NullMarked;
