/** Forecasts and what became of them. */
@NullMarked
package dev.bellwether.renewal.forecast;

import org.jspecify.annotations.NullMarked;
