/** The door for CSV files: streamed in, row by row to facts, with a job that remembers how far it came. */
@NullMarked
package dev.bellwether.ingest.csv;

import org.jspecify.annotations.NullMarked;
