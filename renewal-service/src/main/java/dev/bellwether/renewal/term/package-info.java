/** Decides what a contract's versions and a day amount to: terms, milestones, and what is told of them. Pure. */
@NullMarked
package dev.bellwether.renewal.term;

import org.jspecify.annotations.NullMarked;
