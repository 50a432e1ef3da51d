/** Contracts become milestones and next steps. */
@NullMarked
package dev.bellwether.renewal;

import org.jspecify.annotations.NullMarked;
