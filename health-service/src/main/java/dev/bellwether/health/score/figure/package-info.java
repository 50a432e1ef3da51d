/** The figures of an account as of a day, each a pure function of what is remembered of it. */
@NullMarked
package dev.bellwether.health.score.figure;

import org.jspecify.annotations.NullMarked;
