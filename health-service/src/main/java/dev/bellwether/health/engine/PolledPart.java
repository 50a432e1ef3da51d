package dev.bellwether.health.engine;

import java.util.List;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.TopicPartition;

/**
 * What a poll brought of one partition, without the records: those go as soon as they are decoded.
 *
 * @param upTo offset after the last record
 * @param oldestArrival when the first record came to the log, in milliseconds since 1970
 */
record PolledPart(TopicPartition partition, long upTo, long oldestArrival) {

    static PolledPart of(TopicPartition partition, List<ConsumerRecord<String, byte[]>> records) {
        return new PolledPart(
                partition, records.getLast().offset() + 1, records.getFirst().timestamp());
    }
}
