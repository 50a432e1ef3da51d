/** What the tests of the doors share. */
@NullMarked
package dev.bellwether.ingest.testing;

import org.jspecify.annotations.NullMarked;
