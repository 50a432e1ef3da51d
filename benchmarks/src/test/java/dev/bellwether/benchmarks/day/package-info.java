/** Whether an account has something to compute. */
@NullMarked
package dev.bellwether.benchmarks.day;

import org.jspecify.annotations.NullMarked;
