/** Whether the other job does the same work. */
@NullMarked
package dev.bellwether.benchmarks.streams;

import org.jspecify.annotations.NullMarked;
