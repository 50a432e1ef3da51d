package dev.bellwether.ingest.testing;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.bellwether.contracts.Codec;
import dev.bellwether.contracts.Envelope;
import dev.bellwether.contracts.Fact;
import dev.bellwether.contracts.InvoiceChanged;
import dev.bellwether.contracts.Reading;
import dev.bellwether.contracts.Topic;
import dev.bellwether.messaging.Records;
import dev.bellwether.messaging.testing.TestTopic;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Predicate;
import org.apache.kafka.clients.consumer.ConsumerRecord;

/** What lies on Kafka after a request was answered. */
public final class Log {

    private static final Duration PATIENCE = Duration.ofSeconds(10);

    private Log() {}

    /** The event of that id as it would be read by any service. */
    public static Envelope event(Topic topic, String id) {
        return read(record(topic, id));
    }

    /** The fact of that id as it would be read by any service. */
    public static Fact fact(Topic topic, String id) {
        if (Codec.readFact(event(topic, id)) instanceof Reading.Understood<Fact>(Fact fact)) {
            return fact;
        }
        throw new AssertionError("not a fact: " + id);
    }

    /** What is said of an invoice, by the first event that names it. */
    public static InvoiceChanged invoice(String id) {
        return (InvoiceChanged) fact(
                Topic.BILLING_EVENTS,
                header(first(Topic.BILLING_EVENTS, record -> text(record).contains('"' + id + '"')), "ce_id"));
    }

    /** The record whose CloudEvents id this is. */
    public static ConsumerRecord<String, byte[]> record(Topic topic, String id) {
        return first(topic, record -> id.equals(header(record, "ce_id")));
    }

    /** Ids of the events of an account, in the order of the log, once the last one is there. */
    public static List<String> idsUntil(Topic topic, String account, String lastId) {
        return TestTopic.records(topic, record -> lastId.equals(header(record, "ce_id")), PATIENCE).stream()
                .filter(record -> account.equals(record.key()))
                .map(record -> header(record, "ce_id"))
                .toList();
    }

    /** Of which accounts the events of these ids are, once all are there. */
    public static Map<String, String> accounts(Topic topic, Set<String> ids) {
        Map<String, String> accounts = new TreeMap<>();
        TestTopic.records(
                topic,
                record -> {
                    String id = header(record, "ce_id");
                    if (ids.contains(id)) {
                        accounts.put(id, record.key());
                    }
                    return accounts.size() == ids.size();
                },
                PATIENCE);
        return accounts;
    }

    /** The dead letter that contains this text. */
    public static ConsumerRecord<String, byte[]> deadLetter(String containing) {
        return first(Topic.DEAD_LETTERS, record -> text(record).contains(containing));
    }

    public static String text(ConsumerRecord<String, byte[]> record) {
        return new String(record.value(), UTF_8);
    }

    public static String header(ConsumerRecord<String, byte[]> record, String name) {
        var header = record.headers().lastHeader(name);
        return header == null ? "" : new String(header.value(), UTF_8);
    }

    private static Envelope read(ConsumerRecord<String, byte[]> record) {
        if (Records.read(record) instanceof Reading.Understood<Envelope>(Envelope envelope)) {
            return envelope;
        }
        throw new AssertionError("not an event: " + record);
    }

    /** The first record that matches. */
    public static ConsumerRecord<String, byte[]> first(
            Topic topic, Predicate<ConsumerRecord<String, byte[]>> matching) {
        return TestTopic.records(topic, matching, PATIENCE).stream()
                .filter(matching)
                .findFirst()
                .orElseThrow(() -> new AssertionError("not on " + topic.topicName()));
    }
}
