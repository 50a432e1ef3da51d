/** Whether the measures measure what they say. */
@NullMarked
package dev.bellwether.benchmarks;

import org.jspecify.annotations.NullMarked;
