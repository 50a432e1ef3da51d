/** The renewals of the day: whom to call first, why, and until when. */
@NullMarked
package dev.bellwether.console.today;

import org.jspecify.annotations.NullMarked;
