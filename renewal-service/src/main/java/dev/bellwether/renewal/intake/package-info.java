/** The way in: what Kafka brings of accounts, contracts and health. */
@NullMarked
package dev.bellwether.renewal.intake;

import org.jspecify.annotations.NullMarked;
