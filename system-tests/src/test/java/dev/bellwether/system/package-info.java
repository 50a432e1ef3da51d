/** What holds for the system as a whole. */
@NullMarked
package dev.bellwether.system;

import org.jspecify.annotations.NullMarked;
