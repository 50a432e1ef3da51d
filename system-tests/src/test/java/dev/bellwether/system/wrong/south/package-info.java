/** The service that is wrongly known by the north. */
@NullMarked
package dev.bellwether.system.wrong.south;

import org.jspecify.annotations.NullMarked;
