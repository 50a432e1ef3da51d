package dev.bellwether.benchmarks.streams;

import dev.bellwether.benchmarks.NotMeasured;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.StringDeserializer;

/** The topic on which one run of the job announces; it goes, with the job's own topics, when this is closed. */
record Announcements(String kafka, String topic) implements AutoCloseable {

    private static final int PARTITIONS = 12;
    private static final Duration POLL = Duration.ofMillis(500);
    private static final Pattern FIGURES = Pattern.compile("\\{\"wau\":(\\d+),\"uses\":(\\d+),\"userDays\":(\\d+)}");

    /** What is announced of an account. */
    record Figures(long wau, long uses, long userDays) {

        static Figures read(String json) {
            Matcher matcher = FIGURES.matcher(json);
            if (!matcher.matches()) {
                throw new IllegalArgumentException("no figures: " + json);
            }
            return new Figures(
                    Long.parseLong(matcher.group(1)),
                    Long.parseLong(matcher.group(2)),
                    Long.parseLong(matcher.group(3)));
        }
    }

    static Announcements on(String kafka, String topic) throws NotMeasured, InterruptedException {
        try (Admin admin = Admin.create(Map.of("bootstrap.servers", kafka))) {
            admin.createTopics(List.of(new NewTopic(topic, PARTITIONS, (short) 1)))
                    .all()
                    .get();
            return new Announcements(kafka, topic);
        } catch (ExecutionException e) {
            throw new NotMeasured("cannot make the topic " + topic, e);
        }
    }

    /** The newest of each account, of what was committed. */
    Map<String, Figures> last() {
        Map<String, Object> settings = Map.of("bootstrap.servers", kafka, "isolation.level", "read_committed");
        Map<String, Figures> last = new HashMap<>();
        try (KafkaConsumer<String, String> consumer =
                new KafkaConsumer<>(settings, new StringDeserializer(), new StringDeserializer())) {
            List<TopicPartition> partitions = consumer.partitionsFor(topic).stream()
                    .map(partition -> new TopicPartition(topic, partition.partition()))
                    .toList();
            consumer.assign(partitions);
            Map<TopicPartition, Long> ends = consumer.endOffsets(partitions);
            consumer.seekToBeginning(partitions);
            while (ends.entrySet().stream().anyMatch(end -> consumer.position(end.getKey()) < end.getValue())) {
                for (ConsumerRecord<String, String> record : consumer.poll(POLL)) {
                    last.put(record.key(), Figures.read(record.value()));
                }
            }
        }
        return last;
    }

    @Override
    public void close() throws NotMeasured {
        try (Admin admin = Admin.create(Map.of("bootstrap.servers", kafka))) {
            Set<String> topics = admin.listTopics().names().get();
            admin.deleteTopics(topics.stream()
                            .filter(name -> name.startsWith(topic))
                            .toList())
                    .all()
                    .get();
        } catch (ExecutionException e) {
            throw new NotMeasured("cannot remove the topics of " + topic, e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
