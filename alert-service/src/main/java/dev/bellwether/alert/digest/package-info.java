/** What changed for a person in a day or a week, told once in their hour. */
@NullMarked
package dev.bellwether.alert.digest;

import org.jspecify.annotations.NullMarked;
