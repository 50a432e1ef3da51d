/** The retention ledger: written when contracts change, read for any period, as known then or now. */
@NullMarked
package dev.bellwether.renewal.ledger;

import org.jspecify.annotations.NullMarked;
