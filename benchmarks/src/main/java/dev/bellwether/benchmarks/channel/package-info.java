/** The log read through a channel of SmallRye Reactive Messaging, against a loop around Kafka's own client. */
@NullMarked
package dev.bellwether.benchmarks.channel;

import org.jspecify.annotations.NullMarked;
