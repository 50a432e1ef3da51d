package dev.bellwether.health.simulation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.bellwether.contracts.Event;
import dev.bellwether.contracts.FlagCleared;
import dev.bellwether.contracts.FlagEscalated;
import dev.bellwether.contracts.FlagKind;
import dev.bellwether.contracts.FlagRaised;
import dev.bellwether.contracts.Severity;
import dev.bellwether.contracts.Topic;
import dev.bellwether.health.engine.UnreliableCommitter;
import dev.bellwether.messaging.testing.BackingServices;
import dev.bellwether.messaging.testing.TestTopic;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;
import java.time.Duration;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** The same while the engine is killed around its commits and its partitions are claimed by another. */
@QuarkusTest
@QuarkusTestResource(value = BackingServices.class, initArgs = @ResourceArg(name = "service", value = "health"))
@TestProfile(KilledEngineSimulationTest.UnreliableHouse.class)
class KilledEngineSimulationTest {

    private static final Duration LATER = Duration.ofSeconds(120);
    private static final Duration QUIET = Duration.ofSeconds(3);

    /** As the other simulation's, with an engine that dies now and then. */
    public static final class UnreliableHouse implements QuarkusTestProfile {

        @Override
        public Map<String, String> getConfigOverrides() {
            return EngineSimulationTest.House.SETTINGS;
        }

        @Override
        public Set<Class<?>> getEnabledAlternatives() {
            return Set.of(UnreliableCommitter.class);
        }
    }

    @Test
    void nothing_is_lost_doubled_or_announced_without_reason() {
        Customers customers = Customers.of(101, 12, EngineSimulationTest.PREMISES);

        customers.sendAll();

        customers.awaitTheBook(LATER);
        assertThat(UnreliableCommitter.failures()).contains("before the commit", "after the commit", "fenced");
        await().atMost(LATER).untilAsserted(() -> {
            List<Event> announced = TestTopic.received(Topic.HEALTH_EVENTS, event -> false, QUIET);
            for (Customers.Customer customer : customers.all()) {
                assertThat(openByAnnouncements(announced, customer.account()))
                        .as("seed %s", customer.seed())
                        .isEqualTo(Shown.of(Customers.answer(customer, "")).flags());
            }
        });
    }

    /** Whoever listened to the announcements, each possibly twice, would believe these flags to be open. */
    private static Map<FlagKind, Severity> openByAnnouncements(List<Event> announced, String account) {
        Map<FlagKind, Severity> open = new EnumMap<>(FlagKind.class);
        Set<String> heard = new HashSet<>();
        for (Event event : announced) {
            if (event.accountId().equals(account) && heard.add(event.id())) {
                switch (event) {
                    case FlagRaised raised -> {
                        assertThat(open).doesNotContainKey(raised.flag().kind());
                        open.put(raised.flag().kind(), raised.flag().severity());
                    }
                    case FlagEscalated worse -> {
                        assertThat(open).containsKey(worse.flag().kind());
                        open.put(worse.flag().kind(), worse.flag().severity());
                    }
                    case FlagCleared cleared ->
                        assertThat(open.remove(cleared.flag().kind())).isNotNull();
                    case Event other -> {
                        // scores are announced too
                    }
                }
            }
        }
        return open;
    }
}
