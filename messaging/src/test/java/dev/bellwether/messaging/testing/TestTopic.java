package dev.bellwether.messaging.testing;

import dev.bellwether.contracts.Codec;
import dev.bellwether.contracts.Envelope;
import dev.bellwether.contracts.Event;
import dev.bellwether.contracts.Reading;
import dev.bellwether.contracts.Topic;
import dev.bellwether.messaging.Records;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ExecutionException;
import java.util.function.Predicate;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;

/** Speaks to the topics of the running test as a foreign producer and consumer would. */
public final class TestTopic {

    private static final int FOREIGN_RECORD_BYTES = 24 * 1024 * 1024;

    private TestTopic() {}

    /** Makes a topic of the test's own, with one partition. */
    public static void create(String name) {
        try (Admin admin = Admin.create(
                Map.<String, Object>of("bootstrap.servers", Backing.shared().brokers()))) {
            admin.createTopics(List.of(new NewTopic(name, 1, (short) 1))).all().get();
        } catch (ExecutionException e) {
            throw new IllegalStateException("the topic " + name + " was not created", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while creating a topic", e);
        }
    }

    /** Returns when the broker has acknowledged all. */
    public static void send(Event... events) {
        List<ProducerRecord<String, byte[]>> records = new ArrayList<>();
        for (Event event : events) {
            records.add(Records.write(Codec.write(event, "/test")));
        }
        send(records);
    }

    /** Returns when the broker has acknowledged all. */
    public static void send(List<ProducerRecord<String, byte[]>> records) {
        try (var producer = new KafkaProducer<>(foreign(), new StringSerializer(), new ByteArraySerializer())) {
            List<java.util.concurrent.Future<?>> sent = new ArrayList<>();
            records.forEach(record -> sent.add(producer.send(record)));
            for (var one : sent) {
                one.get();
            }
        } catch (ExecutionException e) {
            throw new IllegalStateException("the test's record was not acknowledged", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while sending", e);
        }
    }

    /** Sends a record in a transaction that is committed or aborted; answers where it lies when that is over. */
    public static RecordMetadata sendInTransaction(boolean commits, ProducerRecord<String, byte[]> record) {
        Map<String, Object> settings = new HashMap<>(foreign());
        settings.put("transactional.id", "test-" + UUID.randomUUID());
        try (var producer = new KafkaProducer<>(settings, new StringSerializer(), new ByteArraySerializer())) {
            producer.initTransactions();
            producer.beginTransaction();
            RecordMetadata sent = producer.send(record).get();
            if (commits) {
                producer.commitTransaction();
            } else {
                producer.abortTransaction();
            }
            return sent;
        } catch (ExecutionException e) {
            throw new IllegalStateException("the test's record was not acknowledged", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while sending", e);
        }
    }

    /** Not our own limits: brokers measure a record compressed, and so may others send larger ones than we do. */
    private static Map<String, Object> foreign() {
        return Map.of(
                "bootstrap.servers",
                Backing.shared().brokers(),
                "acks",
                "all",
                "compression.type",
                "zstd",
                "max.request.size",
                FOREIGN_RECORD_BYTES);
    }

    /**
     * The topic's events from its beginning, in order by partition, until one matches or time is up. What is none fails
     * where only we publish; inbound topics hold what tests of the intake have put there.
     */
    public static List<Event> received(Topic topic, Predicate<Event> until, Duration atMost) {
        List<Event> events = new ArrayList<>();
        records(
                topic,
                record -> {
                    Optional<Event> event = event(record);
                    if (event.isEmpty() && !Topic.INBOUND.contains(topic)) {
                        throw new AssertionError("not an event of ours: " + record);
                    }
                    event.ifPresent(events::add);
                    return event.filter(until).isPresent();
                },
                atMost);
        return events;
    }

    /** The topic's records from its beginning until one matches or time is up. */
    public static List<ConsumerRecord<String, byte[]>> records(
            Topic topic, Predicate<ConsumerRecord<String, byte[]>> until, Duration atMost) {
        List<ConsumerRecord<String, byte[]>> records = new ArrayList<>();
        Instant end = Instant.now().plus(atMost);
        try (var consumer = new KafkaConsumer<>(
                Map.<String, Object>of("bootstrap.servers", Backing.shared().brokers()),
                new StringDeserializer(),
                new ByteArrayDeserializer())) {
            List<TopicPartition> partitions = consumer.partitionsFor(topic.topicName()).stream()
                    .map(info -> new TopicPartition(info.topic(), info.partition()))
                    .toList();
            consumer.assign(partitions);
            consumer.seekToBeginning(partitions);
            boolean found = false;
            while (!found && Instant.now().isBefore(end)) {
                for (ConsumerRecord<String, byte[]> record : consumer.poll(Duration.ofMillis(200))) {
                    records.add(record);
                    found |= until.test(record);
                }
            }
        }
        return records;
    }

    private static Optional<Event> event(ConsumerRecord<String, byte[]> record) {
        return Records.read(record) instanceof Reading.Understood<Envelope>(var envelope)
                        && Codec.read(envelope) instanceof Reading.Understood<Event>(var event)
                ? Optional.of(event)
                : Optional.empty();
    }
}
