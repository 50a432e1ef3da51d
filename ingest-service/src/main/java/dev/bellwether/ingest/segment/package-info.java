/** The door that speaks Segment's HTTP tracking API. */
@NullMarked
package dev.bellwether.ingest.segment;

import org.jspecify.annotations.NullMarked;
