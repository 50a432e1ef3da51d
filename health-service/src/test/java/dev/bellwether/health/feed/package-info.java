/** The watch over the sources, on real Kafka and PostgreSQL. */
@NullMarked
package dev.bellwether.health.feed;

import org.jspecify.annotations.NullMarked;
