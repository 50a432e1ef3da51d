/** The one path of the service: take events in, or see that a day turned; look at the account; note and announce. */
@NullMarked
package dev.bellwether.renewal.watch;

import org.jspecify.annotations.NullMarked;
