package dev.bellwether.renewal;

import static dev.bellwether.messaging.testing.TestTopic.send;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.bellwether.contracts.AccountSnapshot;
import dev.bellwether.contracts.Band;
import dev.bellwether.messaging.testing.BackingServices;
import dev.bellwether.renewal.account.Accounts;
import dev.bellwether.renewal.account.Transactions;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import jakarta.inject.Inject;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
@TestProfile(QuickSweep.class)
@QuarkusTestResource(value = BackingServices.class, initArgs = @ResourceArg(name = "service", value = "renewal"))
class SettlingTest {

    @Inject
    SetClock clock;

    @Inject
    RenewalSettings settings;

    @Inject
    Accounts accounts;

    @Inject
    Transactions transactions;

    @Inject
    MeterRegistry meters;

    private final Say say = Say.ofSomeAccount();

    @BeforeEach
    void it_is_the_second_of_march() {
        clock.set(LocalDate.of(2026, 3, 2));
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
    void a_score_that_comes_six_seconds_after_the_contract_is_in_time() {
        // Given the health-service lets a new account settle for five seconds
        send(say.profile("Acme", "ann@bellwether.test"), say.subscription("2025-07-01", "2026-06-30", 30, true));
        await().atMost(Duration.ofMinutes(1)).until(this::theContractIsKnown);
        // When
        clock.advance(Duration.ofSeconds(6));
        long sweeps = sweeps();
        await().atMost(Duration.ofMinutes(1)).until(() -> sweeps() >= sweeps + 2);
        send(say.score("38.50", Band.RED));
        // Then
        assertThat(Told.of(say.account(), 1).getFirst().account())
                .isEqualTo(new AccountSnapshot("Acme", "ann@bellwether.test", new BigDecimal("38.50"), Band.RED));
        assertThat(Told.soFar(say.account())).hasSize(1);
    }

    private boolean theContractIsKnown() {
        return transactions.run(session -> accounts.load(session, List.of(say.account()))).stream()
                .anyMatch(account -> account.versions().containsKey(say.contractId()));
    }

    /** How many sweeps have ended. */
    private long sweeps() {
        return meters.get("bellwether.renewal.sweep").timer().count();
    }

    @Test
    void a_contract_waits_no_longer_than_that() {
        // Given
        send(say.subscription("2025-07-01", "2026-06-30", 30, true));
        assertThat(Told.soFar(say.account())).isEmpty();
        // When
        clock.advance(settings.settle().plusSeconds(1));
        // Then
        assertThat(Told.of(say.account(), 1).getFirst().account())
                .isEqualTo(new AccountSnapshot(say.account(), null, null, Band.UNKNOWN));
    }
}
