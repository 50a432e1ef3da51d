package dev.bellwether.alert.book;

import static dev.bellwether.alert.testing.Eventually.eventually;
import static org.assertj.core.api.Assertions.assertThat;

import dev.bellwether.alert.testing.AnAccount;
import dev.bellwether.alert.testing.Database;
import dev.bellwether.alert.testing.Surroundings;
import dev.bellwether.contracts.FlagRaised;
import dev.bellwether.messaging.testing.TestTopic;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(Surroundings.class)
class HistoryTest {

    private static final int A_YEAR_AGO = (int) -Duration.ofDays(365).toMinutes();

    private static final String TOLD = "select count(*) from delivery where status = 'sent' and account_id = ?";
    private static final String ALERTS = "select count(*) from alert where account_id = ?";

    @Inject
    History history;

    @Inject
    Database database;

    @Test
    void what_has_long_been_over_is_forgotten_with_its_messages_and_nothing_else() {
        AnAccount over = AnAccount.named("Long over");
        AnAccount standing = AnAccount.named("Long standing");
        AnAccount recent = AnAccount.named("Recently over");
        FlagRaised longOver = over.latePayment("f1", A_YEAR_AGO);
        FlagRaised recentlyOver = recent.latePayment("f1", A_YEAR_AGO);
        TestTopic.send(longOver, standing.latePayment("f1", A_YEAR_AGO), recentlyOver);
        eventually(() -> assertThat(told(over) + told(standing) + told(recent)).isEqualTo(6));
        TestTopic.send(over.cleared(longOver, A_YEAR_AGO + 5), recent.cleared(recentlyOver, 0));
        eventually(() -> assertThat(told(over) + told(recent)).isEqualTo(8));

        history.forget(AnAccount.NINE.minus(Duration.ofDays(30))).await().atMost(Duration.ofSeconds(30));

        assertThat(alerts(over)).isZero();
        assertThat(told(over)).isZero();
        assertThat(alerts(standing)).isEqualTo(1);
        assertThat(told(standing)).isEqualTo(2);
        assertThat(alerts(recent)).isEqualTo(1);
        assertThat(told(recent)).isEqualTo(4);
    }

    @Test
    void summaries_digests_and_what_people_were_told_are_forgotten_by_their_age() {
        AnAccount alone = AnAccount.named("Of no alert");
        TestTopic.send(alone.latePayment("f1", 0));
        eventually(() -> assertThat(told(alone)).isEqualTo(2));
        database.run(
                "update delivery set alert_id = null, created_at = '2025-03-01T00:00:00Z' where account_id = ?",
                alone.id());
        String person = alone.id() + "@example.com";
        for (String day : List.of("2025-03-01", "2026-03-01")) {
            database.run("insert into told (person, at, kind, alerts) values (?, '" + day + "', 'message', 1)", person);
            database.run(
                    "insert into digest (person, period, day, until, at) values (?, 'daily', '%1$s', '%1$s', '%1$s')"
                            .formatted(day),
                    person);
        }

        history.forget(AnAccount.NINE.minus(Duration.ofDays(30))).await().atMost(Duration.ofSeconds(30));

        assertThat(told(alone)).isZero();
        assertThat(database.number("select count(*) from told where person = ?", person))
                .isEqualTo(1);
        assertThat(database.number("select count(*) from digest where person = ?", person))
                .isEqualTo(1);
    }

    private long told(AnAccount account) {
        return database.number(TOLD, account.id());
    }

    private long alerts(AnAccount account) {
        return database.number(ALERTS, account.id());
    }
}
