/** The sources facts come from: when one has fallen silent, and what the score looks at meanwhile. */
@NullMarked
package dev.bellwether.health.score.feed;

import org.jspecify.annotations.NullMarked;
