/** What a quarter's renewals will bring, and how well that was foretold before. */
@NullMarked
package dev.bellwether.renewal.forecast;

import org.jspecify.annotations.NullMarked;
