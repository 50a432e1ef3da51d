/** What health-service says about accounts, or said last. */
@NullMarked
package dev.bellwether.console.health;

import org.jspecify.annotations.NullMarked;
