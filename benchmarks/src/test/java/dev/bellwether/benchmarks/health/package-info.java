/** Whether the workload is what the measure says it is. */
@NullMarked
package dev.bellwether.benchmarks.health;

import org.jspecify.annotations.NullMarked;
