/** The dead letters, for the operator: found, shown as they came, and sent again after a fix. */
@NullMarked
package dev.bellwether.health.letters;

import org.jspecify.annotations.NullMarked;
