/** Tests. */
@NullMarked
package dev.bellwether.alert.book;

import org.jspecify.annotations.NullMarked;
