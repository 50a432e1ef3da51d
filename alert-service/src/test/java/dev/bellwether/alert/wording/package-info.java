/** Tests. */
@NullMarked
package dev.bellwether.alert.wording;

import org.jspecify.annotations.NullMarked;
