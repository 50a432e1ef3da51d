package dev.bellwether.health.engine;

import static java.nio.charset.StandardCharsets.UTF_8;

import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.utils.Utils;

/**
 * Where records belong: as Kafka's own producer distributes them, by a hash of the key. What a publisher that does it in
 * another way puts elsewhere is moved, or one account would have two owners, each of which overwrites what the other has
 * committed.
 *
 * @param partitions of each inbound topic
 */
record Placement(int partitions) {

    Placement {
        if (partitions < 1) {
            throw new IllegalArgumentException("topics have at least one partition, not " + partitions);
        }
    }

    /** The number of the partition in which the account's events of all kinds meet. */
    int of(String accountId) {
        return Utils.toPositive(Utils.murmur2(accountId.getBytes(UTF_8))) % partitions;
    }

    /** The same record where it belongs; named, because a producer may not know yet how many partitions there are. */
    ProducerRecord<String, byte[]> inPlace(ProducerRecord<String, byte[]> record) {
        return new ProducerRecord<>(record.topic(), of(record.key()), record.key(), record.value(), record.headers());
    }
}
