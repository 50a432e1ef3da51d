/** Whether the heap stays as it is however many events have passed. */
@NullMarked
package dev.bellwether.benchmarks.heap;

import org.jspecify.annotations.NullMarked;
