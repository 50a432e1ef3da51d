/** The document of routes, its versions, and what it would do. */
@NullMarked
package dev.bellwether.alert.routing;

import org.jspecify.annotations.NullMarked;
