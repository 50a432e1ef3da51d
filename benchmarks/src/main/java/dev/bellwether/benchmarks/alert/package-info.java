/** How soon people are told, through the whole system. */
@NullMarked
package dev.bellwether.benchmarks.alert;

import org.jspecify.annotations.NullMarked;
