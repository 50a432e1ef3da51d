package dev.bellwether.system.wrong.page;

import org.apache.kafka.clients.consumer.ConsumerRecord;

/** Wrong on purpose: a page that is one more consumer. */
public record ListensToTheBroker(ConsumerRecord<String, byte[]> event) {}
