package dev.bellwether.messaging;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.bellwether.contracts.Topic;
import dev.bellwether.messaging.testing.BackingServices;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import io.smallrye.config.SmallRyeConfigBuilder;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.junit.jupiter.api.Test;

/** Nobody who may not wait hands records over that would make him wait. */
@QuarkusTest
@QuarkusTestResource(value = BackingServices.class, initArgs = @ResourceArg(name = "service", value = "health"))
class AtOnceTest {

    private static final String BUFFER = "bellwether.producer.buffer-bytes";
    private static final String LINGER = "bellwether.producer.linger";

    @Inject
    @ConfigProperty(name = "kafka.bootstrap.servers")
    String brokers;

    @Test
    void a_topic_must_be_known_first() {
        try (var producers = new Closing(new Producers(settings(Map.of()), brokers))) {
            var records = List.of(record());
            assertThat(producers.of.takesAtOnce(records)).isFalse();

            producers.of.begin(records).join();

            assertThat(producers.of.takesAtOnce(records)).isTrue();
        }
    }

    @Test
    void a_topic_that_was_not_reached_is_not_known() {
        String nobody = "localhost:1";
        try (var producers =
                new Closing(new Producers(settings(Map.of("bellwether.producer.max-block", "50ms")), nobody))) {
            assertThat(producers.of.begin(List.of(record()))).isCompletedExceptionally();

            assertThat(producers.of.takesAtOnce(List.of(record()))).isFalse();
        }
    }

    @Test
    void and_half_of_the_memory_free() {
        try (var producers = new Closing(new Producers(settings(Map.of(BUFFER, "200000", LINGER, "20s")), brokers))) {
            var waiting = producers.of.begin(List.of(record()));
            assertThat(producers.of.takesAtOnce(List.of(record()))).isFalse();

            producers.of.producer().flush();

            assertThat(waiting).isCompleted();
            await().until(() ->
                    producers.of.takesAtOnce(List.of(record()))); // memory comes back a moment after the answer
        }
    }

    private static ProducerRecord<String, byte[]> record() {
        return new ProducerRecord<>(Topic.USAGE_EVENTS.topicName(), "acme", new byte[] {1});
    }

    private static ProducerSettings settings(Map<String, String> told) {
        return new SmallRyeConfigBuilder()
                .addDiscoveredConverters()
                .withMapping(ProducerSettings.class)
                .withDefaultValues(told)
                .build()
                .getConfigMapping(ProducerSettings.class);
    }

    /** Producers that no container ends. */
    private record Closing(Producers of) implements AutoCloseable {

        @Override
        public void close() {
            of.producer().close();
        }
    }
}
