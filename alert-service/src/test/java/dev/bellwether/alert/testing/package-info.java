/** An account that tests tell stories about, and the stand-ins for Slack and the mail server. */
@NullMarked
package dev.bellwether.alert.testing;

import org.jspecify.annotations.NullMarked;
