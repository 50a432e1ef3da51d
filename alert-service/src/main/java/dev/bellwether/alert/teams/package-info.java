/** Messages to a channel of Microsoft Teams. */
@NullMarked
package dev.bellwether.alert.teams;

import org.jspecify.annotations.NullMarked;
