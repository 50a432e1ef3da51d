/** Mappings: files that say which parts of a vendor's JSON are which fields of our facts; pure. */
@NullMarked
package dev.bellwether.ingest.webhook.mapping;

import org.jspecify.annotations.NullMarked;
