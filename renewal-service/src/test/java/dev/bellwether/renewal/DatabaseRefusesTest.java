package dev.bellwether.renewal;

import static dev.bellwether.messaging.testing.TestTopic.send;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.bellwether.contracts.Band;
import dev.bellwether.contracts.Topic;
import dev.bellwether.messaging.testing.BackingServices;
import dev.bellwether.messaging.testing.TestTopic;
import io.agroal.api.AgroalDataSource;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.LocalDate;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
@TestProfile(QuickSweep.class)
@QuarkusTestResource(value = BackingServices.class, initArgs = @ResourceArg(name = "service", value = "renewal"))
class DatabaseRefusesTest {

    @Inject
    SetClock clock;

    @Inject
    AgroalDataSource database;

    private final Say poison = Say.ofSomeAccount();
    private final Say say = Say.ofSomeAccount();

    @BeforeEach
    void it_is_the_second_of_march() {
        clock.set(LocalDate.of(2026, 3, 2));
    }

    @Test
    void an_event_that_the_database_will_never_take_goes_to_the_dead_letters_and_takes_no_other_with_it()
            throws SQLException {
        send(say.profile("Acme", "ann@bellwether.test"), say.score("80", Band.GREEN));
        run("alter table contract_fact add constraint not_this_one check (account_id <> '" + poison.account() + "')");
        try {
            send(
                    poison.subscription("2025-07-01", "2026-06-30", 30, true),
                    say.subscription("2025-07-01", "2026-06-30", 30, true));

            assertThat(TestTopic.records(
                            Topic.DEAD_LETTERS,
                            record -> poison.account().equals(record.key()),
                            Duration.ofSeconds(30)))
                    .anyMatch(record -> poison.account().equals(record.key()));
            assertThat(Told.of(say.account(), 1)).hasSize(1);
        } finally {
            run("alter table contract_fact drop constraint not_this_one");
        }
    }

    @Test
    void a_kept_version_that_cannot_be_read_any_more_is_passed_over_and_its_account_goes_on() throws SQLException {
        send(say.profile("Acme", "ann@bellwether.test"), say.score("80", Band.GREEN));
        send(say.subscription("2025-07-01", "2026-06-30", 30, true));
        assertThat(Told.of(say.account(), 1)).hasSize(1);
        run("update contract_fact set data = '{}' where account_id = '" + say.account() + "'");

        send(say.subscription("2025-05-01", "2026-04-30", 30, true));

        assertThat(Told.of(say.account(), 2)).hasSize(2);
    }

    @Test
    void an_account_of_which_the_database_takes_no_look_is_put_off() throws SQLException {
        send(poison.profile("Acme", "ann@bellwether.test"), poison.score("80", Band.GREEN));
        send(poison.subscription("2025-07-01", "2026-06-30", 30, true));
        assertThat(Told.of(poison.account(), 1)).hasSize(1);
        String its = " where account_id = '" + poison.account() + "'";
        run("alter table contract add constraint not_this_one check (account_id <> '" + poison.account()
                + "') not valid");
        try {
            run("update account set look_at = '2026-03-01'" + its);

            await().atMost(Duration.ofSeconds(30)).until(() -> isTrue("look_at > '2026-03-02'", its));
        } finally {
            run("alter table contract drop constraint not_this_one");
        }
    }

    private boolean isTrue(String condition, String which) throws SQLException {
        try (Connection connection = database.getConnection();
                Statement sql = connection.createStatement();
                ResultSet found = sql.executeQuery("select " + condition + " from account" + which)) {
            return found.next() && found.getBoolean(1);
        }
    }

    private void run(String statement) throws SQLException {
        try (Connection connection = database.getConnection();
                Statement sql = connection.createStatement()) {
            sql.execute(statement);
        }
    }
}
