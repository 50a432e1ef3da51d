/** Tests of transactions that nobody waits for any more. */
@NullMarked
package dev.bellwether.alert.store;

import org.jspecify.annotations.NullMarked;
