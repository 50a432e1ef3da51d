/** What is remembered of one account: who was active on which day, how much was used, and the rare facts as of any day. */
@NullMarked
package dev.bellwether.health.score.memory;

import org.jspecify.annotations.NullMarked;
