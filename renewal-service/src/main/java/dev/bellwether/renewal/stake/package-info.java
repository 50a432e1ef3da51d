/** Decides what is at stake with a contract, how it compares with others, and whether people and figures agree. Pure. */
@NullMarked
package dev.bellwether.renewal.stake;

import org.jspecify.annotations.NullMarked;
