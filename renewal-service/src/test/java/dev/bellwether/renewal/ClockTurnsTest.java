package dev.bellwether.renewal;

import static dev.bellwether.messaging.testing.TestTopic.send;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.bellwether.contracts.Band;
import dev.bellwether.contracts.RenewalDue;
import dev.bellwether.contracts.RenewalEvent;
import dev.bellwether.contracts.TermLapsed;
import dev.bellwether.messaging.testing.BackingServices;
import dev.bellwether.renewal.account.Transactions;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;

@QuarkusTest
@TestProfile(QuickSweep.class)
@QuarkusTestResource(value = BackingServices.class, initArgs = @ResourceArg(name = "service", value = "renewal"))
class ClockTurnsTest {

    private static final String NEXT_LOOK =
            "select cast(cast(look_at at time zone 'UTC' as date) as text) from account where account_id = :account";

    private static final String FORECAST = """
            select to_char(taken_at at time zone 'UTC', 'HH24') || ' ' || (not ahead) from forecast_day
             where taken_on = '2026-11-21'
            """;

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

    @Test
    void a_clock_that_is_far_ahead_for_a_while_uses_up_no_milestone_and_no_past_term() {
        // Given a decision on the last of May, and a term that ended
        clock.set(LocalDate.of(2026, 1, 10));
        send(say.profile("Acme", "ann@bellwether.test"), say.score("80", Band.GREEN));
        send(say.subscription("2025-07-01", "2026-06-30", 30, false));
        awaitNextLook("2026-01-31");
        // When the clock is ahead of the decision, and then of the end
        clock.set(LocalDate.of(2026, 5, 20));
        awaitNextLook("2026-05-24");
        clock.set(LocalDate.of(2026, 12, 20));
        await().atMost(Duration.ofMinutes(1)).until(() -> pastTerms() == 7);
        // And is put right
        clock.set(LocalDate.of(2026, 1, 11));
        awaitNextLook("2026-01-31");
        assertThat(pastTerms()).isZero();
        for (String day : List.of(
                "2026-01-31", "2026-03-02", "2026-04-01", "2026-05-01", "2026-05-17", "2026-05-24", "2026-05-30")) {
            clock.set(LocalDate.parse(day));
            awaitLookAfter(day);
        }
        clock.set(LocalDate.of(2026, 7, 1));
        // Then each is told once: what was told while the clock was ahead, and the others on their days
        assertThat(Told.of(say.account(), 8))
                .filteredOn(RenewalDue.class::isInstance)
                .extracting(event -> ((RenewalDue) event).milestone())
                .containsExactly(14, 120, 90, 60, 30, 7, 1);
        assertThat(Told.soFar(say.account()))
                .filteredOn(TermLapsed.class::isInstance)
                .hasSize(1);
        await().atMost(Duration.ofMinutes(1)).until(() -> pastTerms() == 7);
    }

    @Test
    void a_forecast_of_a_clock_that_was_ahead_is_made_anew_on_its_day() {
        clock.set(Instant.parse("2026-11-21T09:00:00Z"));
        await().atMost(Duration.ofMinutes(1)).until(() -> forecast().equals("09 true"));

        clock.set(LocalDate.of(2026, 11, 19));
        await().atMost(Duration.ofMinutes(1)).until(() -> forecast().equals("09 false"));
        clock.set(Instant.parse("2026-11-21T15:00:00Z"));

        await().atMost(Duration.ofMinutes(1)).until(() -> forecast().equals("15 true"));
    }

    /** The hour at which that of the day was made, and whether it stands. */
    private String forecast() {
        List<String> made = transactions.run(
                session -> session.createNativeQuery(FORECAST, String.class).getResultList());
        return String.join("", made);
    }

    private long pastTerms() {
        return transactions.run(session -> session.createNativeQuery(
                        "select count(*) from past_term where account_id = :account", Long.class)
                .setParameter("account", say.account())
                .getSingleResult());
    }

    private void awaitLookAfter(String day) {
        await().atMost(Duration.ofMinutes(1))
                .until(() -> transactions
                                .run(session -> session.createNativeQuery(NEXT_LOOK, String.class)
                                        .setParameter("account", say.account())
                                        .getSingleResult())
                                .compareTo(day)
                        > 0);
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
