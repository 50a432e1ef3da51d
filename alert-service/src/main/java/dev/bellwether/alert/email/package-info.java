/** Messages by e-mail. */
@NullMarked
package dev.bellwether.alert.email;

import org.jspecify.annotations.NullMarked;
