package dev.bellwether.renewal.past;

import static dev.bellwether.messaging.testing.TestTopic.send;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.bellwether.contracts.Band;
import dev.bellwether.contracts.ContractStatus;
import dev.bellwether.contracts.RenewalEvent;
import dev.bellwether.contracts.TermLapsed;
import dev.bellwether.messaging.testing.BackingServices;
import dev.bellwether.renewal.QuickSweep;
import dev.bellwether.renewal.Say;
import dev.bellwether.renewal.SetClock;
import dev.bellwether.renewal.Told;
import dev.bellwether.renewal.account.Transactions;
import dev.bellwether.renewal.likelihood.Tally;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
@TestProfile(QuickSweep.class)
@QuarkusTestResource(value = BackingServices.class, initArgs = @ResourceArg(name = "service", value = "renewal"))
class PastTermsTest {

    private static final String KEPT =
            "select days || ' ' || band || ' ' || renewed from past_term where account_id = :account order by days";
    private static final String ENDS =
            "select distinct cast(ends_on as text) from past_term where account_id = :account";
    private static final String UNTILS = """
            select cast(cast(until at time zone 'UTC' as date) as text) from past_term where account_id = :account
             order by days
            """;
    private static final String TRULY =
            "select count(*), count(*) filter (where renewed) from past_term" + " where band = 'YELLOW' and days = 30";

    @Inject
    SetClock clock;

    @Inject
    Transactions transactions;

    @Inject
    PastTerms pastTerms;

    private final Say say = Say.ofSomeAccount();

    @BeforeEach
    void it_is_the_second_of_march() {
        clock.set(LocalDate.of(2026, 3, 2));
    }

    @Test
    void a_term_is_kept_with_the_bands_of_its_milestones_and_counted_anew_when_corrected() {
        // Given yellow, then red on the first of May
        send(say.profile("Acme", "ann@bellwether.test"), say.score("50", Band.YELLOW));
        send(say.subscription("2025-07-01", "2026-06-30", 0, false));
        say.on("2026-05-01");
        send(say.score("20", Band.RED));
        // When the term runs out
        clock.set(LocalDate.of(2026, 7, 1));
        // Then
        await().atMost(Duration.ofMinutes(1))
                .until(() -> kept().equals(List.of(
                        "1 RED false",
                        "7 RED false",
                        "14 RED false",
                        "30 RED false",
                        "60 RED false",
                        "90 YELLOW false",
                        "120 YELLOW false")));
        // When a change of the band is heard late
        say.on("2026-06-20");
        send(say.score("50", Band.YELLOW));
        await().atMost(Duration.ofMinutes(1)).until(() -> kept().getFirst().equals("1 YELLOW false"));
        assertThat(kept()).contains("7 YELLOW false", "14 RED false");
        // When it is heard that it had been prolonged then
        send(say.endsOn("2026-12-31"));
        // Then it renewed, and nothing was to be decided any more
        await().atMost(Duration.ofMinutes(1))
                .until(() -> kept().equals(List.of(
                        "14 RED true", "30 RED true", "60 RED true", "90 YELLOW true", "120 YELLOW true")));
    }

    @Test
    void an_end_that_is_corrected_to_a_later_one_leaves_one_term() {
        // Given a term that ran out, by a band that did not change when it was first heard
        send(say.profile("Acme", "ann@bellwether.test"), say.sameScore("50", Band.YELLOW));
        send(say.subscription("2025-07-01", "2026-03-31", 0, false));
        clock.set(LocalDate.of(2026, 4, 20));
        await().atMost(Duration.ofMinutes(1)).until(() -> kept().size() == 7);
        assertThat(kept()).allMatch(term -> term.endsWith(" YELLOW false"));
        // When it is heard that it ended a week later
        send(say.endsOn("2026-04-07"));
        // Then
        await().atMost(Duration.ofMinutes(1)).until(() -> ends().equals(List.of("2026-04-07")));
        assertThat(kept()).hasSize(7);
    }

    @Test
    void a_notice_that_is_corrected_moves_the_milestones_of_what_ended() {
        // Given a term that ran out without notice, as far as was known
        send(say.profile("Acme", "ann@bellwether.test"), say.sameScore("50", Band.YELLOW));
        send(say.subscription("2025-09-01", "2026-03-31", 0, false));
        clock.set(LocalDate.of(2026, 4, 20));
        await().atMost(Duration.ofMinutes(1)).until(() -> kept().size() == 7);
        // When it is heard that it had been 100 days
        send(say.noticeDays(100));
        // Then the first of the milestones lay before the term, and all others come earlier
        await().atMost(Duration.ofMinutes(1)).until(() -> kept().size() == 6);
        assertThat(untils())
                .containsExactly("2025-12-21", "2025-12-15", "2025-12-08", "2025-11-22", "2025-10-23", "2025-09-23");
    }

    @Test
    void an_end_that_is_taken_back_is_counted_and_told_when_it_comes_after_all() {
        // Given its source called it ended
        send(say.profile("Acme", "ann@bellwether.test"), say.score("50", Band.YELLOW));
        send(say.subscription("2025-04-15", "2026-03-31", 0, false));
        send(say.on("2026-03-01").status(say.contractId(), ContractStatus.ENDED));
        RenewalEvent first =
                Told.until(say.account(), TermLapsed.class::isInstance).getLast();
        assertThat(kept()).hasSize(3);
        // When that is taken back
        send(say.status(say.contractId(), ContractStatus.ACTIVE));
        await().atMost(Duration.ofMinutes(1)).until(() -> kept().isEmpty());
        // And it runs out a month later
        clock.set(LocalDate.of(2026, 4, 1));
        // Then
        await().atMost(Duration.ofMinutes(1)).until(() -> kept().size() == 7);
        List<RenewalEvent> lapses = Told.until(
                say.account(),
                event -> event instanceof TermLapsed && !event.id().equals(first.id()));
        assertThat(lapses).filteredOn(TermLapsed.class::isInstance).hasSize(2);
        assertThat(lapses.getLast().id()).isEqualTo(first.id() + ":2");
    }

    @Test
    void likelihoods_are_counted_from_all_of_them() {
        send(say.profile("Acme", "ann@bellwether.test"), say.score("50", Band.YELLOW));
        send(say.subscription("2025-04-01", "2026-03-31", 0, true));
        clock.set(LocalDate.of(2026, 4, 1));
        await().atMost(Duration.ofMinutes(1)).until(() -> kept().size() == 7);

        Object[] truth = transactions.run(
                session -> session.createNativeQuery(TRULY, Object[].class).getSingleResult());
        Tally counted = transactions
                .run(session -> pastTerms.likelihoods(session))
                .of(Band.YELLOW, 30)
                .past();

        assertThat(counted).isEqualTo(new Tally((Long) truth[0], (Long) truth[1]));
        assertThat(counted.renewed()).isPositive();
    }

    private List<String> untils() {
        return transactions.run(session -> session.createNativeQuery(UNTILS, String.class)
                .setParameter("account", say.account())
                .getResultList());
    }

    private List<String> ends() {
        return transactions.run(session -> session.createNativeQuery(ENDS, String.class)
                .setParameter("account", say.account())
                .getResultList());
    }

    private List<String> kept() {
        return transactions.run(session -> session.createNativeQuery(KEPT, String.class)
                .setParameter("account", say.account())
                .getResultList());
    }
}
