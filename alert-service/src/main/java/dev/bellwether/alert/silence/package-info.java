/** The silences that people asked for. */
@NullMarked
package dev.bellwether.alert.silence;

import org.jspecify.annotations.NullMarked;
