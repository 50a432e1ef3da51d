package dev.bellwether.renewal;

import static dev.bellwether.messaging.testing.TestTopic.send;
import static org.assertj.core.api.Assertions.assertThat;

import dev.bellwether.contracts.AccountChurned;
import dev.bellwether.contracts.Band;
import dev.bellwether.contracts.RenewalEvent;
import dev.bellwether.contracts.TermLapsed;
import dev.bellwether.contracts.TermRenewed;
import dev.bellwether.messaging.testing.BackingServices;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import jakarta.inject.Inject;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
@TestProfile(QuickSweep.class)
@QuarkusTestResource(value = BackingServices.class, initArgs = @ResourceArg(name = "service", value = "renewal"))
class TermsEndTest {

    @Inject
    SetClock clock;

    private final Say say = Say.ofSomeAccount();

    @BeforeEach
    void it_is_the_second_of_march() {
        clock.set(LocalDate.of(2026, 3, 2));
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
        RenewalEvent told =
                Told.until(say.account(), TermRenewed.class::isInstance).getLast();
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
}
