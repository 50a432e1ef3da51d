/** The ledger against an oracle that counts like a spreadsheet, and through its door. */
@NullMarked
package dev.bellwether.renewal.ledger;

import org.jspecify.annotations.NullMarked;
