/** Journeys through the whole service. */
@NullMarked
package dev.bellwether.alert;

import org.jspecify.annotations.NullMarked;
