/** Whether latencies are told of the right events. */
@NullMarked
package dev.bellwether.benchmarks.restart;

import org.jspecify.annotations.NullMarked;
