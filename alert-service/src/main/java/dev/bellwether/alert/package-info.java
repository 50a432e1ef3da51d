/** Flags and renewals become messages that people read. */
@NullMarked
package dev.bellwether.alert;

import org.jspecify.annotations.NullMarked;
