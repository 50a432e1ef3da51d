/** What was said of people, and the rows that keep it. */
@NullMarked
package dev.bellwether.alert.people;

import org.jspecify.annotations.NullMarked;
