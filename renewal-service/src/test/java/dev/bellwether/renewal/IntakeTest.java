package dev.bellwether.renewal;

import static dev.bellwether.messaging.testing.TestTopic.send;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.bellwether.contracts.Band;
import dev.bellwether.contracts.ContractChanged;
import dev.bellwether.contracts.Event;
import dev.bellwether.contracts.RenewalDue;
import dev.bellwether.contracts.RenewalEvent;
import dev.bellwether.contracts.Topic;
import dev.bellwether.messaging.testing.BackingServices;
import dev.bellwether.messaging.testing.TestTopic;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.smallrye.reactive.messaging.kafka.KafkaClientService;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
@TestProfile(QuickSweep.class)
@QuarkusTestResource(value = BackingServices.class, initArgs = @ResourceArg(name = "service", value = "renewal"))
class IntakeTest {

    private static final int MANY = 1_500;

    @Inject
    SetClock clock;

    @Inject
    KafkaClientService kafka;

    private final Say say = Say.ofSomeAccount();

    @BeforeEach
    void it_is_the_second_of_march() {
        clock.set(LocalDate.of(2026, 3, 2));
    }

    @Test
    void the_same_events_again_tell_nothing_more() {
        // Given
        send(say.profile("Acme", "ann@bellwether.test"), say.score("80", Band.GREEN));
        ContractChanged contract = say.subscription("2025-07-01", "2026-06-30", 30, true);
        send(contract);
        List<RenewalEvent> once = Told.of(say.account(), 1);
        // When
        for (int i = 0; i < 10; i++) {
            send(contract);
        }
        // Then
        assertThat(Told.soFar(say.account())).isEqualTo(once);
    }

    @Test
    void what_cannot_be_understood_goes_to_the_dead_letters_and_the_rest_goes_on() {
        // Given
        send(say.profile("Acme", "ann@bellwether.test"), say.score("80", Band.GREEN));
        var poison = new ProducerRecord<>(
                "account-events", say.account(), ("{\"mark\":\"" + say.account() + "\"").getBytes(UTF_8));
        // When
        send(List.of(poison));
        send(say.subscription("2025-07-01", "2026-06-30", 30, true));
        // Then
        assertThat(Told.of(say.account(), 1)).hasSize(1);
        assertThat(TestTopic.records(
                        Topic.DEAD_LETTERS, record -> say.account().equals(record.key()), Duration.ofSeconds(20)))
                .anySatisfy(record -> {
                    assertThat(record.key()).isEqualTo(say.account());
                    assertThat(record.value()).isEqualTo(poison.value());
                });
    }

    @Test
    void a_fact_that_is_dated_far_ahead_outranks_nothing() {
        // Given
        send(say.profile("Acme", "ann@bellwether.test"), say.score("80", Band.GREEN));
        // When
        send(Say.of(say.account()).on("2030-01-01").subscription("2025-07-01", "2026-12-31", 30, true));
        send(say.subscription("2025-07-01", "2026-06-30", 30, true));
        // Then
        assertThat(Told.of(say.account(), 1))
                .extracting(event -> ((RenewalDue) event).term().endsOn())
                .containsExactly(LocalDate.of(2026, 6, 30));
        assertThat(TestTopic.records(
                        Topic.DEAD_LETTERS, record -> say.account().equals(record.key()), Duration.ofSeconds(20)))
                .isNotEmpty();
    }

    @Test
    void the_whole_log_again_tells_nothing_more() {
        // Given
        send(say.profile("Acme", "ann@bellwether.test"), say.score("80", Band.GREEN));
        send(say.subscription("2025-07-01", "2026-06-30", 30, true));
        Told.of(say.account(), 1);
        // When
        for (String channel : List.of("account-events", "health-events")) {
            kafka.<String, byte[]>getConsumer(channel)
                    .runOnPollingThread(consumer -> {
                        consumer.seekToBeginning(consumer.assignment());
                    })
                    .await()
                    .atMost(Duration.ofSeconds(30));
        }
        // Then an event that comes after all the others finds nothing said twice
        send(say.endsOn("2026-04-30"));
        assertThat(Told.of(say.account(), 2))
                .extracting(event -> ((RenewalDue) event).milestone())
                .containsExactly(90, 30);
        assertThat(Told.soFar(say.account())).hasSize(2);
    }

    @Test
    void many_contracts_at_once_are_told_once_each() {
        // Given
        List<Say> accounts =
                IntStream.range(0, MANY).mapToObj(i -> Say.ofSomeAccount()).toList();
        List<Event> events = new ArrayList<>();
        // a poll brings as many accounts as it may bring events
        accounts.forEach(one -> events.add(one.profile("Acme", "ann@bellwether.test")));
        accounts.forEach(one -> events.add(one.score("80", Band.GREEN)));
        accounts.forEach(one -> events.add(one.subscription("2025-07-01", "2026-06-30", 30, true)));
        // When
        send(events.toArray(Event[]::new));
        // Then
        Set<String> ids = accounts.stream().map(Say::account).collect(Collectors.toSet());
        List<String> told = new ArrayList<>();
        TestTopic.received(
                Topic.RENEWAL_EVENTS,
                event -> {
                    if (ids.contains(event.accountId())) {
                        told.add(event.accountId());
                    }
                    return told.size() == MANY;
                },
                Duration.ofMinutes(2));
        assertThat(told).containsExactlyInAnyOrderElementsOf(ids);
    }
}
