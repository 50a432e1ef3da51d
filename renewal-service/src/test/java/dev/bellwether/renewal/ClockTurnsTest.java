package dev.bellwether.renewal;

import static dev.bellwether.messaging.testing.TestTopic.send;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.bellwether.contracts.Band;
import dev.bellwether.contracts.RenewalDue;
import dev.bellwether.contracts.RenewalEvent;
import dev.bellwether.messaging.testing.BackingServices;
import dev.bellwether.renewal.account.Transactions;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;

@QuarkusTest
@TestProfile(QuickSweep.class)
@QuarkusTestResource(value = BackingServices.class, initArgs = @ResourceArg(name = "service", value = "renewal"))
class ClockTurnsTest {

    private static final String NEXT_LOOK =
            "select cast(cast(look_at at time zone 'UTC' as date) as text) from account where account_id = :account";

    @Inject
    SetClock clock;

    @Inject
    Transactions transactions;

    private final Say say = Say.ofSomeAccount();

    @Test
    void a_clock_that_goes_back_a_day_and_forward_again_tells_each_milestone_once() {
        // Given a decision on the last of May
        clock.set(LocalDate.of(2026, 3, 2));
        send(say.profile("Acme", "ann@bellwether.test"), say.score("80", Band.GREEN));
        send(say.subscription("2025-07-01", "2026-06-30", 30, true));
        awaitNextLook("2026-04-01");
        clock.set(LocalDate.of(2026, 4, 1));
        awaitNextLook("2026-05-01");
        // When
        clock.set(LocalDate.of(2026, 3, 31));
        // Then it is waited for the same day again
        awaitNextLook("2026-04-01");
        // When
        clock.set(LocalDate.of(2026, 4, 1));
        awaitNextLook("2026-05-01");
        clock.set(LocalDate.of(2026, 5, 1));
        // Then
        List<RenewalEvent> told = Told.of(say.account(), 3);
        assertThat(told).extracting(event -> ((RenewalDue) event).milestone()).containsExactly(90, 60, 30);
        awaitNextLook("2026-05-17");
        assertThat(Told.soFar(say.account())).isEqualTo(told);
    }

    private void awaitNextLook(String day) {
        await().atMost(Duration.ofMinutes(1))
                .until(() -> transactions
                        .run(session -> session.createNativeQuery(NEXT_LOOK, String.class)
                                .setParameter("account", say.account())
                                .getResultList())
                        .equals(List.of(day)));
    }
}
