package dev.bellwether.renewal;

import static dev.bellwether.messaging.testing.TestTopic.send;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.bellwether.contracts.AccountSnapshot;
import dev.bellwether.contracts.Band;
import dev.bellwether.contracts.RenewalDue;
import dev.bellwether.contracts.RenewalEvent;
import dev.bellwether.contracts.Severity;
import dev.bellwether.messaging.testing.BackingServices;
import dev.bellwether.renewal.account.Accounts;
import dev.bellwether.renewal.account.Transactions;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import jakarta.inject.Inject;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
@TestProfile(QuickSweep.class)
@QuarkusTestResource(value = BackingServices.class, initArgs = @ResourceArg(name = "service", value = "renewal"))
class ContractsBecomeMilestonesTest {

    @Inject
    SetClock clock;

    @Inject
    Accounts accounts;

    @Inject
    Transactions transactions;

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
        await().atMost(Duration.ofMinutes(1)).until(() -> flags().size() == 2);
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

    /** They come by another topic than the contract. */
    private List<String> flags() {
        return transactions.run(session -> accounts.load(session, List.of(say.account()))).stream()
                .flatMap(account -> account.flags().stream())
                .toList();
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
}
