/** Words. */
@NullMarked
package dev.bellwether.console.wording;

import org.jspecify.annotations.NullMarked;
