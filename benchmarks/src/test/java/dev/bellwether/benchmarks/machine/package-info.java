/** Whether what tools print is read rightly. */
@NullMarked
package dev.bellwether.benchmarks.machine;

import org.jspecify.annotations.NullMarked;
