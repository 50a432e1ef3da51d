/** Tests. */
@NullMarked
package dev.bellwether.alert.slack;

import org.jspecify.annotations.NullMarked;
