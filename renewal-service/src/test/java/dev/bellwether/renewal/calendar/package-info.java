/** Calendars, tested with a library that did not write them. */
@NullMarked
package dev.bellwether.renewal.calendar;

import org.jspecify.annotations.NullMarked;
