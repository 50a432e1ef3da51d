/** Decision dates as calendars show them, behind an address that nobody guesses. */
@NullMarked
package dev.bellwether.renewal.calendar;

import org.jspecify.annotations.NullMarked;
