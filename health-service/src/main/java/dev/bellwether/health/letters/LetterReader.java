package dev.bellwether.health.letters;

import dev.bellwether.health.engine.Tail;
import java.time.Duration;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.common.TopicPartition;

/**
 * Reads parts of the topic of dead letters.
 *
 * @param patience how long the broker may give nothing
 */
record LetterReader(Consumer<String, byte[]> consumer, String topic, Duration patience)
        implements Backwards.Source, AutoCloseable {

    /** What the topic holds at this moment, by partition. */
    Map<Integer, Stretch> extent() {
        List<TopicPartition> partitions = consumer.partitionsFor(topic, patience).stream()
                .map(info -> new TopicPartition(topic, info.partition()))
                .toList();
        Map<TopicPartition, Long> beginnings = consumer.beginningOffsets(partitions, patience);
        Map<Integer, Stretch> extent = new HashMap<>();
        consumer.endOffsets(partitions, patience)
                .forEach((partition, end) ->
                        extent.put(partition.partition(), new Stretch(beginnings.getOrDefault(partition, end), end)));
        return extent;
    }

    @Override
    public void read(Map<Integer, Stretch> stretches, java.util.function.Consumer<Letter> each) {
        Map<TopicPartition, Long> starts = new HashMap<>();
        Map<TopicPartition, Long> ends = new HashMap<>();
        stretches.forEach((partition, stretch) -> {
            starts.put(new TopicPartition(topic, partition), stretch.from());
            ends.put(new TopicPartition(topic, partition), stretch.to());
        });
        new Tail(consumer, ends, patience).read(starts, record -> each.accept(new Letter(record)));
    }

    /** Those letters of a few that are still there, in order by partition, one after the other. */
    void read(Collection<LetterId> ids, java.util.function.Consumer<Letter> each) {
        Set<LetterId> wanted = new HashSet<>(ids);
        Map<Integer, Stretch> extent = extent();
        Map<Integer, Stretch> around = new HashMap<>();
        for (LetterId id : ids) {
            Stretch there = extent.getOrDefault(id.partition(), new Stretch(0, 0));
            if (there.from() <= id.offset() && id.offset() < there.to()) {
                around.merge(
                        id.partition(),
                        new Stretch(id.offset(), id.offset() + 1),
                        (one, other) ->
                                new Stretch(Math.min(one.from(), other.from()), Math.max(one.to(), other.to())));
            }
        }
        read(around, letter -> {
            if (wanted.contains(letter.id())) {
                each.accept(letter);
            }
        });
    }

    @Override
    public void close() {
        consumer.close();
    }
}
