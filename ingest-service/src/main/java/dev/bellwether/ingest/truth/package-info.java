/** True and false as others write them; pure. */
@NullMarked
package dev.bellwether.ingest.truth;

import org.jspecify.annotations.NullMarked;
