package dev.bellwether.health.simulation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.bellwether.contracts.AccountSnapshot;
import dev.bellwether.contracts.Event;
import dev.bellwether.contracts.Topic;
import dev.bellwether.health.engine.UnreliableCommitter;
import dev.bellwether.health.engine.UnreliableConsumers;
import dev.bellwether.health.store.Accounts;
import dev.bellwether.health.store.LiveAccount;
import dev.bellwether.messaging.testing.BackingServices;
import dev.bellwether.messaging.testing.TestTopic;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** The same while engine and relay are killed between any two of their steps and the partitions are claimed by another. */
@QuarkusTest
@QuarkusTestResource(value = BackingServices.class, initArgs = @ResourceArg(name = "service", value = "health"))
@TestProfile(KilledEngineSimulationTest.UnreliableHouse.class)
class KilledEngineSimulationTest {

    private static final Duration LATER = Duration.ofSeconds(120);
    private static final Duration QUIET = Duration.ofSeconds(3);

    /** As the other simulation's, with an engine and a relay that die now and then; pages are short, so that there are many. */
    public static final class UnreliableHouse implements QuarkusTestProfile {

        @Override
        public Map<String, String> getConfigOverrides() {
            Map<String, String> settings = new HashMap<>(EngineSimulationTest.House.SETTINGS);
            // no account may settle while its engine is dead and half of its past is not read
            settings.put("bellwether.health.settle-after", "8s");
            settings.put("bellwether.relay.batch", "3");
            settings.put("bellwether.relay.pause-after-failure", "50ms");
            return settings;
        }

        @Override
        public Set<Class<?>> getEnabledAlternatives() {
            return Set.of(UnreliableCommitter.class, UnreliableConsumers.class, UnreliableProducers.class);
        }
    }

    @Inject
    Pool pool;

    @Inject
    Accounts accounts;

    @Test
    void nothing_is_lost_doubled_or_announced_without_reason() {
        Customers customers = Customers.of(101, 12, EngineSimulationTest.PREMISES);

        customers.sendAll();

        customers.awaitTheBook(LATER);
        await().atMost(LATER).untilAsserted(() -> {
            List<Event> announced = TestTopic.received(Topic.HEALTH_EVENTS, event -> false, QUIET);
            customers.all().forEach(customer -> assertAnnounced(customer, announced));
        });
        assertThat(UnreliableCommitter.failures())
                .contains("before the commit", "within the commit", "after the commit", "fenced");
        assertThat(UnreliableConsumers.failures()).as("before the ack").isPositive();
        assertThat(UnreliableProducers.failures())
                .contains("before publishing", "half-way through a page", "after publishing");
    }

    /** What is committed was announced, and nothing else. */
    private void assertAnnounced(Customers.Customer customer, List<Event> announced) {
        String account = customer.account();
        Heard heard = Heard.of(announced, account);
        assertThat(heard.open())
                .as("seed %s", customer.seed())
                .isEqualTo(Shown.of(Customers.answer(customer, "")).flags());
        assertThat(heard.raised()).isEqualTo(flags(account, ""));
        assertThat(heard.cleared()).isEqualTo(flags(account, " and cleared_at is not null"));
        assertThat(heard.account()).isEqualTo(remembered(account));
    }

    private Set<String> flags(String account, String condition) {
        Set<String> ids = new HashSet<>();
        pool.preparedQuery("select flag_id from flag where account_id = $1" + condition)
                .execute(Tuple.of(account))
                .await()
                .atMost(QUIET)
                .forEach(row -> ids.add(row.getString(0)));
        return ids;
    }

    private @Nullable AccountSnapshot remembered(String account) {
        LiveAccount stored =
                accounts.load(List.of(account)).await().atMost(QUIET).get(account);
        return stored == null ? null : stored.remembered().announced();
    }
}
