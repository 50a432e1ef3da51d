/** Tests. */
@NullMarked
package dev.bellwether.alert.webhook;

import org.jspecify.annotations.NullMarked;
