/** How this service meets its database. */
@NullMarked
package dev.bellwether.alert.store;

import org.jspecify.annotations.NullMarked;
