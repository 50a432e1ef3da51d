/** The door for webhooks: proved by signature, understood by kind, answered once all of it is kept. */
@NullMarked
package dev.bellwether.ingest.webhook;

import org.jspecify.annotations.NullMarked;
