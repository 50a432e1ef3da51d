package dev.bellwether.renewal.account;

import static org.assertj.core.api.Assertions.assertThat;

import dev.bellwether.messaging.testing.BackingServices;
import dev.bellwether.renewal.QuickSweep;
import dev.bellwether.renewal.Say;
import dev.bellwether.renewal.SetClock;
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
class OldScoresTest {

    private static final String SAY = """
            insert into score_day (account_id, day, score, said_at, event_id)
            select cast(:account as text), cast(day as date), 50, day, 'e'
              from unnest(cast(cast(:days as text) as timestamptz[])) as day
            """;
    private static final String KEPT =
            "select cast(day as text) from score_day where account_id = :account order by day";

    @Inject
    SetClock clock;

    @Inject
    Transactions transactions;

    @Inject
    OldScores oldScores;

    private final String account = Say.ofSomeAccount().account();

    @BeforeEach
    void it_is_the_second_of_march() {
        clock.set(LocalDate.of(2026, 3, 2));
    }

    @Test
    void the_newest_of_long_ago_stays_with_all_that_came_later() {
        said("{2025-06-01,2025-12-01,2025-12-31,2026-01-01,2026-02-01,2026-03-01}");

        oldScores.forgetAll();

        assertThat(kept()).containsExactly("2026-01-01", "2026-02-01", "2026-03-01");
    }

    @Test
    void an_account_whose_score_never_moved_again_keeps_its_last() {
        said("{2024-01-01,2024-05-01}");

        oldScores.forgetAll();

        assertThat(kept()).containsExactly("2024-05-01");
    }

    private void said(String days) {
        transactions.run(session -> session.createNativeQuery(SAY)
                .setParameter("account", account)
                .setParameter("days", days)
                .executeUpdate());
    }

    private List<String> kept() {
        return transactions.run(session -> session.createNativeQuery(KEPT, String.class)
                .setParameter("account", account)
                .getResultList());
    }
}
