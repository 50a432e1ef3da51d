/** What the measures of the health service share: usage and how it looks on the log, and the service at work. */
@NullMarked
package dev.bellwether.benchmarks.health;

import org.jspecify.annotations.NullMarked;
