/** What the health-service keeps in PostgreSQL, written set by set. */
@NullMarked
package dev.bellwether.health.store;

import org.jspecify.annotations.NullMarked;
