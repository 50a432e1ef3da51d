/** Points in time, as senders of all kinds write them; pure. */
@NullMarked
package dev.bellwether.ingest.moment;

import org.jspecify.annotations.NullMarked;
