/** Who may come in. */
@NullMarked
package dev.bellwether.console.door;

import org.jspecify.annotations.NullMarked;
