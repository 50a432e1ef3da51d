package dev.bellwether.renewal;

import static dev.bellwether.messaging.testing.TestTopic.send;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.bellwether.contracts.AccountChurned;
import dev.bellwether.contracts.AccountSnapshot;
import dev.bellwether.contracts.Band;
import dev.bellwether.contracts.ContractChanged;
import dev.bellwether.contracts.Event;
import dev.bellwether.contracts.RenewalDue;
import dev.bellwether.contracts.RenewalEvent;
import dev.bellwether.contracts.Severity;
import dev.bellwether.contracts.TermLapsed;
import dev.bellwether.contracts.TermRenewed;
import dev.bellwether.contracts.Topic;
import dev.bellwether.messaging.testing.BackingServices;
import dev.bellwether.messaging.testing.TestTopic;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.smallrye.reactive.messaging.kafka.KafkaClientService;
import jakarta.inject.Inject;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
@TestProfile(QuickSweep.class)
@QuarkusTestResource(value = BackingServices.class, initArgs = @ResourceArg(name = "service", value = "renewal"))
class ContractsBecomeMilestonesTest {

    private static final int MANY = 200;

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
    void a_milestone_is_told_with_the_health_of_the_account() {
        // Given
        send(say.profile("Acme", "ann@bellwether.test"), say.score("38.50", Band.RED));
        send(
                say.raised("late", Severity.MEDIUM, "An invoice is 15 days late."),
                say.raised("quiet", Severity.HIGH, "Nobody came for 14 days."),
                say.raised("gone", Severity.CRITICAL, "It passed."),
                say.cleared("gone"));
        // When the decision is due on the last of May: 90 days ahead
        send(say.subscription("2025-07-01", "2026-06-30", 30, true));
        // Then
        RenewalDue due = (RenewalDue) Told.of(say.account(), 1).getFirst();
        assertThat(due.milestone()).isEqualTo(90);
        assertThat(due.daysLeft()).isEqualTo(90);
        assertThat(due.account())
                .isEqualTo(new AccountSnapshot("Acme", "ann@bellwether.test", new BigDecimal("38.50"), Band.RED));
        assertThat(due.flags()).containsExactly("Nobody came for 14 days.", "An invoice is 15 days late.");
        assertThat(due.term().decisionOn()).isEqualTo("2026-05-31");
        assertThat(due.term().annualValue()).isEqualTo(Map.of("EUR", 1_200_000L));
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
    void days_that_turn_tell_the_next_milestone() {
        // Given
        send(say.profile("Acme", "ann@bellwether.test"), say.score("80", Band.GREEN));
        send(say.subscription("2025-07-01", "2026-06-30", 30, true));
        Told.of(say.account(), 1);
        // When both the 60 and the 30 day milestones pass unseen
        clock.set(LocalDate.of(2026, 5, 10));
        // Then only the nearer is told
        List<RenewalEvent> told = Told.of(say.account(), 2);
        assertThat(told).extracting(event -> ((RenewalDue) event).milestone()).containsExactly(90, 30);
        assertThat(((RenewalDue) told.getLast()).daysLeft()).isEqualTo(21);
    }

    @Test
    void a_corrected_end_moves_the_milestones() {
        // Given
        send(say.profile("Acme", "ann@bellwether.test"), say.score("80", Band.GREEN));
        send(say.subscription("2025-07-01", "2026-06-30", 30, true));
        Told.of(say.account(), 1);
        // When the decision is but 29 days ahead
        send(say.endsOn("2026-04-30"));
        // Then
        RenewalDue due = (RenewalDue) Told.of(say.account(), 2).getLast();
        assertThat(due.milestone()).isEqualTo(30);
        assertThat(due.daysLeft()).isEqualTo(29);
        assertThat(due.term().endsOn()).isEqualTo("2026-04-30");
    }

    @Test
    void a_contract_waits_a_moment_for_the_name_and_health_of_its_account() {
        // Given
        send(say.subscription("2025-07-01", "2026-06-30", 30, true));
        assertThat(Told.soFar(say.account())).isEmpty();
        // When
        send(say.profile("Acme", "ann@bellwether.test"), say.score("80", Band.GREEN));
        // Then
        assertThat(Told.of(say.account(), 1).getFirst().account())
                .isEqualTo(new AccountSnapshot("Acme", "ann@bellwether.test", new BigDecimal("80"), Band.GREEN));
    }

    @Test
    void a_contract_waits_no_longer_than_that() {
        // Given
        send(say.subscription("2025-07-01", "2026-06-30", 30, true));
        assertThat(Told.soFar(say.account())).isEmpty();
        // When
        clock.advance(Duration.ofSeconds(4));
        // Then
        assertThat(Told.of(say.account(), 1).getFirst().account())
                .isEqualTo(new AccountSnapshot(say.account(), null, null, Band.UNKNOWN));
    }

    @Test
    void days_are_counted_in_the_time_zone_of_the_account() {
        // Given it is the third of March in Auckland already
        clock.set(Instant.parse("2026-03-02T12:00:00Z"));
        send(say.profile("Kiwi", "ann@bellwether.test", "Pacific/Auckland"), say.score("80", Band.GREEN));
        // When
        send(say.subscription("2025-07-01", "2026-07-01", 30, true));
        // Then
        assertThat(((RenewalDue) Told.of(say.account(), 1).getFirst()).daysLeft())
                .isEqualTo(90);
    }

    @Test
    void a_term_that_renews_itself_is_told_and_carries_the_new_term() {
        // Given
        send(say.profile("Acme", "ann@bellwether.test"), say.score("80", Band.GREEN));
        send(say.subscription("2025-04-01", "2026-03-31", 30, true));
        assertThat(Told.soFar(say.account())).isEmpty();
        // When
        clock.set(LocalDate.of(2026, 4, 1));
        // Then
        RenewalEvent told = Told.until(say.account(), TermRenewed.class::isInstance).getLast();
        assertThat(((TermRenewed) told).term().startsOn()).isEqualTo("2026-04-01");
        assertThat(((TermRenewed) told).term().endsOn()).isEqualTo("2027-03-31");
    }

    @Test
    void a_term_that_runs_out_is_told_once_as_lapsed() {
        // Given
        send(say.profile("Acme", "ann@bellwether.test"), say.score("80", Band.GREEN));
        send(say.subscription("2025-04-01", "2026-03-01", 0, false));
        // When
        List<RenewalEvent> told = Told.of(say.account(), 1);
        clock.set(LocalDate.of(2026, 3, 20));
        // Then
        assertThat(told).singleElement().isInstanceOf(TermLapsed.class);
        assertThat(Told.soFar(say.account())).isEqualTo(told);
    }

    @Test
    void an_account_whose_last_contract_was_cancelled_is_told_as_churned_after_its_end() {
        // Given
        send(say.profile("Acme", "ann@bellwether.test"), say.score("80", Band.GREEN));
        send(say.subscription("2025-04-01", "2026-03-31", 30, true), say.cancelled("2026-02-01"));
        assertThat(Told.soFar(say.account())).noneMatch(AccountChurned.class::isInstance);
        // When
        clock.set(LocalDate.of(2026, 4, 1));
        // Then
        assertThat(Told.until(say.account(), AccountChurned.class::isInstance).getLast())
                .isInstanceOf(AccountChurned.class);
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
        for (Say one : accounts) {
            events.add(one.profile("Acme", "ann@bellwether.test"));
            events.add(one.score("80", Band.GREEN));
            events.add(one.subscription("2025-07-01", "2026-06-30", 30, true));
        }
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
