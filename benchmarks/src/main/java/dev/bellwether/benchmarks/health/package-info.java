/** How fast usage on the log becomes committed health. */
@NullMarked
package dev.bellwether.benchmarks.health;

import org.jspecify.annotations.NullMarked;
