/** The watch over the sources: whether each of them speaks, and the outages of those that fell silent. */
@NullMarked
package dev.bellwether.health.feed;

import org.jspecify.annotations.NullMarked;
