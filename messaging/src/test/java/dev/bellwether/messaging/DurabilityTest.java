package dev.bellwether.messaging;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.bellwether.contracts.Problem;
import dev.bellwether.contracts.Topic;
import dev.bellwether.messaging.testing.BackingServices;
import dev.bellwether.messaging.testing.TestTopic;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.header.Headers;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(value = BackingServices.class, initArgs = @ResourceArg(name = "service", value = "health"))
class DurabilityTest {

    private static final Duration SOON = Duration.ofSeconds(20);

    @Inject
    ProducerSettings settings;

    @Inject
    DeadLetters deadLetters;

    @Test
    void every_record_is_acknowledged_by_all_replicas_and_written_once() {
        assertThat(Producers.config(settings, "localhost:1"))
                .containsEntry("acks", "all")
                .containsEntry("enable.idempotence", true);
    }

    @Test
    void a_dead_letter_keeps_key_headers_bytes_reason_and_origin() {
        String key = "dead-" + UUID.randomUUID();
        var refused = new ConsumerRecord<>("usage-events", 2, 41L, key, "not JSON".getBytes(UTF_8));
        refused.headers().add("ce_id", "e-1".getBytes(UTF_8));

        deadLetters
                .send(DeadLetter.of(refused, List.of(new Problem("/userId", "is required"), new Problem("", "is odd"))))
                .await()
                .atMost(SOON);

        ConsumerRecord<String, byte[]> letter = letter(key);
        assertThat(letter.value()).isEqualTo("not JSON".getBytes(UTF_8));
        assertThat(text(letter.headers(), "ce_id")).isEqualTo("e-1");
        assertThat(text(letter.headers(), "bellwether-reason")).isEqualTo("/userId is required; is odd");
        assertThat(text(letter.headers(), "bellwether-refused-by")).isEqualTo("messaging-test");
        assertThat(text(letter.headers(), "bellwether-origin-topic")).isEqualTo("usage-events");
        assertThat(text(letter.headers(), "bellwether-origin-partition")).isEqualTo("2");
        assertThat(text(letter.headers(), "bellwether-origin-offset")).isEqualTo("41");
    }

    @Test
    void a_letter_that_the_broker_does_not_take_whole_is_kept_shortened_and_so_are_its_neighbours() {
        String key = "large-" + UUID.randomUUID();
        byte[] large = new byte[settings.maxRecordBytes() + 1];
        List<Problem> many = IntStream.range(0, 200_000)
                .mapToObj(i -> new Problem("/lines/" + i, "is required"))
                .toList();

        deadLetters
                .sendAll(List.of(
                        DeadLetter.atDoor("small", key + "-small", new byte[] {1}, many),
                        DeadLetter.atDoor("large", key, large, List.of(new Problem("", "is too large")))))
                .await()
                .atMost(SOON);

        assertThat(letter(key).value()).hasSize(64 * 1024);
        assertThat(text(letter(key).headers(), "bellwether-shortened-from")).isEqualTo(String.valueOf(large.length));
        assertThat(text(letter(key).headers(), "bellwether-reason")).isEqualTo("is too large");
        assertThat(text(letter(key + "-small").headers(), "bellwether-reason"))
                .startsWith("/lines/0 is required; /lines/1 is required")
                .containsPattern(" … and 19\\d{4} more$")
                .hasSizeLessThan(4_100);
    }

    @Test
    void a_key_that_is_too_large_does_not_keep_its_letter_from_being_kept() {
        String key = "key-" + UUID.randomUUID() + "-".repeat(settings.maxRecordBytes());
        var refused = new ConsumerRecord<>("usage-events", 0, 0L, key, "small".getBytes(UTF_8));

        deadLetters
                .send(DeadLetter.of(refused, List.of(new Problem("/subject", "is too long"))))
                .await()
                .atMost(SOON);

        ConsumerRecord<String, byte[]> letter = letter(key.substring(0, 1_000));
        assertThat(letter.value()).isEqualTo("small".getBytes(UTF_8));
        assertThat(text(letter.headers(), "bellwether-shortened-from")).isEqualTo("5");
    }

    @Test
    void a_letter_refused_at_a_door_names_the_door() {
        String key = "door-" + UUID.randomUUID();

        deadLetters
                .send(DeadLetter.atDoor("segment", key, new byte[] {1}, List.of(new Problem("/event", "is required"))))
                .await()
                .atMost(SOON);

        assertThat(text(letter(key).headers(), "bellwether-origin-door")).isEqualTo("segment");
    }

    private static ConsumerRecord<String, byte[]> letter(String key) {
        return TestTopic.records(Topic.DEAD_LETTERS, record -> key.equals(record.key()), SOON).stream()
                .filter(record -> key.equals(record.key()))
                .findFirst()
                .orElseThrow();
    }

    private static String text(Headers headers, String name) {
        return new String(headers.lastHeader(name).value(), UTF_8);
    }
}
