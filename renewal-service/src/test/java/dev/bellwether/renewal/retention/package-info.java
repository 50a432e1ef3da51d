/** Retention in worked examples. */
@NullMarked
package dev.bellwether.renewal.retention;

import org.jspecify.annotations.NullMarked;
