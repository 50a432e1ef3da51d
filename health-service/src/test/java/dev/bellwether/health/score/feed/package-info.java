/** When a source counts as silent, and which days that freezes. */
@NullMarked
package dev.bellwether.health.score.feed;

import org.jspecify.annotations.NullMarked;
