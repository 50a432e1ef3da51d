/** Segment's calls, read and turned into facts; pure. */
@NullMarked
package dev.bellwether.ingest.segment.call;

import org.jspecify.annotations.NullMarked;
