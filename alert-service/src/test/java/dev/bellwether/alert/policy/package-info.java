/** Tests. */
@NullMarked
package dev.bellwether.alert.policy;

import org.jspecify.annotations.NullMarked;
