/** The whole system on one machine: a real Kafka broker, a real PostgreSQL server and the command line that runs them. */
@NullMarked
package dev.bellwether.local;

import org.jspecify.annotations.NullMarked;
