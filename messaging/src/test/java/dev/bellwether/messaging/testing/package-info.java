/** The real Kafka and PostgreSQL that the tests of every service meet. */
@NullMarked
package dev.bellwether.messaging.testing;

import org.jspecify.annotations.NullMarked;
