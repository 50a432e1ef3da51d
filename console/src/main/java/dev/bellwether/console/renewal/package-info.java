/** What renewal-service says about the renewals of the day, or said last, and what it is told of them. */
@NullMarked
package dev.bellwether.console.renewal;

import org.jspecify.annotations.NullMarked;
