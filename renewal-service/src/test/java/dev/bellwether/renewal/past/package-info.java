/** Past terms kept in a real database. */
@NullMarked
package dev.bellwether.renewal.past;

import org.jspecify.annotations.NullMarked;
