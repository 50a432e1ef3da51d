/** The path of a fact from Kafka to a committed score, and of the day that turns. */
@NullMarked
package dev.bellwether.health.engine;

import org.jspecify.annotations.NullMarked;
