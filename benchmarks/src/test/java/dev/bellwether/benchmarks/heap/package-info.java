/** Whether only the events are new. */
@NullMarked
package dev.bellwether.benchmarks.heap;

import org.jspecify.annotations.NullMarked;
