/** Companies made up by a seed, and what the book (the definitions of figures, score and flags) says of them, read to the letter. */
@NullMarked
package dev.bellwether.health.simulation;

import org.jspecify.annotations.NullMarked;
