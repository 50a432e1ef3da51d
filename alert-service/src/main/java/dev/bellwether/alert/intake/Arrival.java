package dev.bellwether.alert.intake;

import dev.bellwether.contracts.Event;
import org.apache.kafka.clients.consumer.ConsumerRecord;

/** An event that was understood, with the record that brought it. */
record Arrival(ConsumerRecord<String, byte[]> record, Event event) {}
