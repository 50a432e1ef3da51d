/** Amounts as others write them; pure. */
@NullMarked
package dev.bellwether.ingest.money;

import org.jspecify.annotations.NullMarked;
