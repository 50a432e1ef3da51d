/** The list. */
@NullMarked
package dev.bellwether.console.portfolio;

import org.jspecify.annotations.NullMarked;
