/** What is sent to ingest, and the sending: batches, a few at a time, tried again until they are through. */
@NullMarked
package dev.bellwether.local.door;

import org.jspecify.annotations.NullMarked;
