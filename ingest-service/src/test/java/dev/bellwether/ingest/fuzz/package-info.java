/** All that should not come in, over real connections and in great number, with good events in between. */
@NullMarked
package dev.bellwether.ingest.fuzz;

import org.jspecify.annotations.NullMarked;
