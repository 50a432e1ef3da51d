/** What is kept, in a real database. */
@NullMarked
package dev.bellwether.health.store;

import org.jspecify.annotations.NullMarked;
