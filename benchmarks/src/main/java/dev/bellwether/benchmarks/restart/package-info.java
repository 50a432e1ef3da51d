/** How soon the service works again after it was killed, and whether all is right then. */
@NullMarked
package dev.bellwether.benchmarks.restart;

import org.jspecify.annotations.NullMarked;
