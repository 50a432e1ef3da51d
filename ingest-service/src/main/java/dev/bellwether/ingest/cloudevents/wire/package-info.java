/** CloudEvents as they come over HTTP, read and judged; pure. */
@NullMarked
package dev.bellwether.ingest.cloudevents.wire;

import org.jspecify.annotations.NullMarked;
