/** Whether both accounts get the same stretch of usage. */
@NullMarked
package dev.bellwether.benchmarks.crowd;

import org.jspecify.annotations.NullMarked;
