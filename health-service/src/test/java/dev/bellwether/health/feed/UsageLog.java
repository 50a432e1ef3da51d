package dev.bellwether.health.feed;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.awaitility.Awaitility.await;

import dev.bellwether.contracts.Codec;
import dev.bellwether.contracts.Occurrence;
import dev.bellwether.contracts.Topic;
import dev.bellwether.contracts.UsageRecorded;
import dev.bellwether.messaging.Records;
import dev.bellwether.messaging.testing.TestTopic;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Tuple;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AlterConfigOp;
import org.apache.kafka.clients.admin.ConfigEntry;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.config.ConfigResource;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;

/** The topic of usage, on which records can lie that arrived days ago. */
record UsageLog(String brokers) {

    private static final String TOPIC = Topic.USAGE_EVENTS.topicName();
    private static final Duration SOON = Duration.ofSeconds(20);
    private static final List<String> PEOPLE = List.of("ann", "ben", "cid", "dora", "eve");

    static UsageLog of(String brokers) {
        return new UsageLog(brokers);
    }

    void keepsTheSendersTime() {
        setTimestampType("CreateTime", AlterConfigOp.OpType.SET);
        await().atMost(SOON).until(this::hasTheSendersTime);
    }

    void keepsTheBrokersTime() {
        setTimestampType("", AlterConfigOp.OpType.DELETE);
        await().atMost(SOON).until(() -> !hasTheSendersTime());
    }

    /** Thirty days of use arrive at the beginning of {@code heard}, then each hour's use at that minute of the hour. */
    void hourly(List<String> accounts, LocalDate heard, LocalDate last, int minute) {
        List<ProducerRecord<String, byte[]>> records = new ArrayList<>();
        Instant begin = heard.atTime(0, minute).toInstant(ZoneOffset.UTC);
        LocalDate first = heard.minusDays(30);
        for (LocalDate day = first; day.isBefore(heard); day = day.plusDays(1)) {
            for (String user : PEOPLE) {
                Instant at = day.atTime(12, 0).toInstant(ZoneOffset.UTC);
                accounts.forEach(account -> records.add(usage(account, user, at, begin)));
            }
        }
        for (Instant hour = begin;
                hour.isBefore(last.plusDays(1).atStartOfDay().toInstant(ZoneOffset.UTC));
                hour = hour.plus(Duration.ofHours(1))) {
            String user = PEOPLE.get((int) (hour.getEpochSecond() / 3_600 % PEOPLE.size()));
            for (String account : accounts) {
                records.add(usage(account, user, hour, hour));
            }
        }
        TestTopic.send(records);
    }

    /** Everybody's use of every day, arriving now. */
    void lateFacts(String account, LocalDate first, LocalDate last) {
        List<ProducerRecord<String, byte[]>> records = new ArrayList<>();
        Instant now = Instant.now();
        for (LocalDate day = first; !day.isAfter(last); day = day.plusDays(1)) {
            for (String user : PEOPLE) {
                records.add(usage(account, user, day.atStartOfDay().toInstant(ZoneOffset.UTC), now));
            }
        }
        TestTopic.send(records);
    }

    /** As if the engine had not come to the last record of each partition; answers how far it really came. */
    Map<Integer, Long> pretendOneIsUnread(Pool pool) {
        Map<Integer, Long> consumed = new HashMap<>();
        pool.query("update consumed_offset set next_offset = next_offset - 1 where next_offset > 0 and topic = '"
                        + TOPIC + "' returning partition, next_offset + 1 as consumed")
                .execute()
                .await()
                .atMost(SOON)
                .forEach(row -> consumed.put(row.getInteger("partition"), row.getLong("consumed")));
        return consumed;
    }

    /** An engine that noticed has gone on by itself. */
    void endPretence(Pool pool, Map<Integer, Long> consumed) {
        consumed.forEach((partition, offset) -> pool.preparedQuery(
                        "update consumed_offset set next_offset = $1 where topic = $2 and partition = $3 and next_offset = $4")
                .execute(Tuple.of(offset, TOPIC, partition, offset - 1))
                .await()
                .atMost(SOON));
    }

    private static ProducerRecord<String, byte[]> usage(String account, String user, Instant at, Instant arrivedAt) {
        Occurrence occurred = new Occurrence(UUID.randomUUID().toString(), account, at);
        var record = Records.write(Codec.write(new UsageRecorded(occurred, user, "export", BigDecimal.ONE), "/test"));
        return new ProducerRecord<>(
                TOPIC, null, arrivedAt.toEpochMilli(), record.key(), record.value(), record.headers());
    }

    private void setTimestampType(String type, AlterConfigOp.OpType op) {
        try (Admin admin = Admin.create(Map.<String, Object>of("bootstrap.servers", brokers))) {
            var change = new AlterConfigOp(new ConfigEntry("message.timestamp.type", type), op);
            admin.incrementalAlterConfigs(Map.of(new ConfigResource(ConfigResource.Type.TOPIC, TOPIC), List.of(change)))
                    .all()
                    .get();
        } catch (ExecutionException e) {
            throw new IllegalStateException("the topic's time was not set", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while setting the topic's time", e);
        }
    }

    /** Asked by a record that nobody understands, and that is therefore no arrival. */
    private boolean hasTheSendersTime() throws Exception {
        long sent = Instant.now().minus(Duration.ofDays(60)).toEpochMilli();
        try (var producer = new KafkaProducer<>(
                Map.<String, Object>of("bootstrap.servers", brokers, "acks", "all"),
                new StringSerializer(),
                new ByteArraySerializer())) {
            var probe = new ProducerRecord<>(TOPIC, null, sent, "probe", "no event".getBytes(UTF_8));
            return producer.send(probe).get().timestamp() == sent;
        }
    }
}
