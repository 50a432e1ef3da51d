/** Tests. */
@NullMarked
package dev.bellwether.alert.delivery;

import org.jspecify.annotations.NullMarked;
