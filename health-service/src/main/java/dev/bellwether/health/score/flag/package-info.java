/** What is worth telling a customer success manager: each flag is raised once, may escalate, and clears by itself. */
@NullMarked
package dev.bellwether.health.score.flag;

import org.jspecify.annotations.NullMarked;
