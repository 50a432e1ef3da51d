package dev.bellwether.renewal.intake;

import dev.bellwether.renewal.account.Word;
import org.apache.kafka.clients.consumer.ConsumerRecord;

/** A word that was understood, with the record that brought it. */
record Arrival(ConsumerRecord<String, byte[]> record, Word word) {}
