package dev.bellwether.health.engine;

import dev.bellwether.messaging.DeadLetter;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.apache.kafka.common.TopicPartition;

/** One poll's records, understood: facts in order, letters for what was not, and how far each topic was read. */
record Batch(
        List<Arrival> arrivals,
        List<DeadLetter> refused,
        Map<String, Integer> partitionsByAccount,
        Map<TopicPartition, Long> consumedUpTo,
        Instant oldestArrival,
        Instant now) {

    static Batch of(ConsumerRecords<String, byte[]> records, Decoder decoder, Instant now) {
        List<Arrival> arrivals = new ArrayList<>(records.count());
        List<DeadLetter> refused = new ArrayList<>();
        Map<String, Integer> accounts = new HashMap<>();
        Instant oldest = now;
        for (ConsumerRecord<String, byte[]> record : records) {
            Arrival arrival = decoder.read(record, now);
            arrivals.add(arrival);
            switch (arrival) {
                case Arrival.Accepted accepted -> accounts.put(accepted.fact().accountId(), record.partition());
                case Arrival.LeftOut leftOut -> {
                    if (leftOut.reason() == Arrival.Reason.IGNORED) {
                        accounts.put(leftOut.fact().accountId(), record.partition());
                    }
                }
                case Arrival.Refused refusal -> refused.add(refusal.letter());
            }
            Instant arrivedAt = Instant.ofEpochMilli(record.timestamp());
            oldest = arrivedAt.isBefore(oldest) ? arrivedAt : oldest;
        }
        return new Batch(arrivals, refused, accounts, upTo(records), oldest, now);
    }

    Set<Integer> partitionNumbers() {
        Set<Integer> numbers = new HashSet<>(partitionsByAccount.values());
        consumedUpTo.keySet().forEach(partition -> numbers.add(partition.partition()));
        return numbers;
    }

    private static Map<TopicPartition, Long> upTo(ConsumerRecords<String, byte[]> records) {
        Map<TopicPartition, Long> upTo = new HashMap<>();
        for (TopicPartition partition : records.partitions()) {
            upTo.put(partition, records.records(partition).getLast().offset() + 1);
        }
        return upTo;
    }
}
