/** Wrong on purpose: a service that knows another one. */
@NullMarked
package dev.bellwether.system.wrong.north;

import org.jspecify.annotations.NullMarked;
