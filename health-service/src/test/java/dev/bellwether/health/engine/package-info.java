/** The engine against the real broker and database. */
@NullMarked
package dev.bellwether.health.engine;

import org.jspecify.annotations.NullMarked;
