package dev.bellwether.renewal;

import static dev.bellwether.messaging.testing.TestTopic.send;
import static org.assertj.core.api.Assertions.assertThat;

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

    private void run(String statement) throws SQLException {
        try (Connection connection = database.getConnection();
                Statement sql = connection.createStatement()) {
            sql.execute(statement);
        }
    }
}
