/** What health-service says. */
@NullMarked
package dev.bellwether.console.health;

import org.jspecify.annotations.NullMarked;
