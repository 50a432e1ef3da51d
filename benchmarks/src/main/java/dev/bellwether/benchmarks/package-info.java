/** The measures of the budget, each against its limit in one run. */
@NullMarked
package dev.bellwether.benchmarks;

import org.jspecify.annotations.NullMarked;
