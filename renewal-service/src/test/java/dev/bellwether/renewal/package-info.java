/** The renewal-service against real Kafka and PostgreSQL, with a set clock. */
@NullMarked
package dev.bellwether.renewal;

import org.jspecify.annotations.NullMarked;
