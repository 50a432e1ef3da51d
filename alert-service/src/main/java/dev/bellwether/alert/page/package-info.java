/** Lists in pieces. */
@NullMarked
package dev.bellwether.alert.page;

import org.jspecify.annotations.NullMarked;
