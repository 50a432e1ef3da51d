/** Tests. */
@NullMarked
package dev.bellwether.alert.teams;

import org.jspecify.annotations.NullMarked;
