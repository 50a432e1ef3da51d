/** Dead letters, found and sent again. */
@NullMarked
package dev.bellwether.health.letters;

import org.jspecify.annotations.NullMarked;
