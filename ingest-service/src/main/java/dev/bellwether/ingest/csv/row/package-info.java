/** What the columns of a file mean, and what fact a row is; pure. */
@NullMarked
package dev.bellwether.ingest.csv.row;

import org.jspecify.annotations.NullMarked;
