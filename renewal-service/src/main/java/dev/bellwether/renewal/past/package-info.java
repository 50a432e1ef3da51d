/** What the past says of renewals: bands as they were, terms as they ended, and how often which renewed. */
@NullMarked
package dev.bellwether.renewal.past;

import org.jspecify.annotations.NullMarked;
