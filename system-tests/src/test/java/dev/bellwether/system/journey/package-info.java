/** What a producer, a customer success manager and an operator live through, over HTTP, mail, Slack and Kafka. */
@NullMarked
package dev.bellwether.system.journey;

import org.jspecify.annotations.NullMarked;
