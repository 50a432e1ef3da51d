/** The door that speaks CloudEvents over HTTP: structured, binary and batched. */
@NullMarked
package dev.bellwether.ingest.cloudevents;

import org.jspecify.annotations.NullMarked;
