/** Figures, days, money and flags in the words of a customer success manager; pure. */
@NullMarked
package dev.bellwether.console.wording;

import org.jspecify.annotations.NullMarked;
