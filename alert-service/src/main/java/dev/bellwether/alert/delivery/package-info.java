/** Messages on their way: queued with the decision, sent outside any transaction, retried until told or given up. */
@NullMarked
package dev.bellwether.alert.delivery;

import org.jspecify.annotations.NullMarked;
