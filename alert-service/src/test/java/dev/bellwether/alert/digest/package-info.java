/** Tests of the digests. */
@NullMarked
package dev.bellwether.alert.digest;

import org.jspecify.annotations.NullMarked;
