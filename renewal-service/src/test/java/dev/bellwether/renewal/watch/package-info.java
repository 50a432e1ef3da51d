/** The sweep, with several instances at once. */
@NullMarked
package dev.bellwether.renewal.watch;

import org.jspecify.annotations.NullMarked;
