/** How long the day's sweep over all contracts takes, and how soon the today list is answered. */
@NullMarked
package dev.bellwether.benchmarks.renewal;

import org.jspecify.annotations.NullMarked;
