/** What came over the wire, unpacked within limits. */
@NullMarked
package dev.bellwether.ingest.body;

import org.jspecify.annotations.NullMarked;
