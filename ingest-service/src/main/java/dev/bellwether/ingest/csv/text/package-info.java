/** CSV as bytes: where each record begins and ends, and what its cells are. */
@NullMarked
package dev.bellwether.ingest.csv.text;

import org.jspecify.annotations.NullMarked;
