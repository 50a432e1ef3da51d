/** What an event of each type holds, for programs: JSON Schemas. */
@NullMarked
package dev.bellwether.ingest.schema;

import org.jspecify.annotations.NullMarked;
