/** Facts stream in, scores and flags come out: the health of every account, recomputed within seconds. */
@NullMarked
package dev.bellwether.health;

import org.jspecify.annotations.NullMarked;
