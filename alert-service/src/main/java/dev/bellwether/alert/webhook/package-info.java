/** Messages to other programs, as the Standard Webhooks specification has them. */
@NullMarked
package dev.bellwether.alert.webhook;

import org.jspecify.annotations.NullMarked;
