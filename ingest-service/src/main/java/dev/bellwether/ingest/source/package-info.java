/** Who may send: the configured sources and the write keys that prove them. */
@NullMarked
package dev.bellwether.ingest.source;

import org.jspecify.annotations.NullMarked;
