/** The score of an account: a model weighs its figures, caps limit it, and every point lost is accounted for. */
@NullMarked
package dev.bellwether.health.score;

import org.jspecify.annotations.NullMarked;
