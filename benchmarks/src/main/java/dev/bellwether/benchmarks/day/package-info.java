/** How long the turn of the day takes. */
@NullMarked
package dev.bellwether.benchmarks.day;

import org.jspecify.annotations.NullMarked;
