package dev.bellwether.health.simulation;

import dev.bellwether.messaging.testing.BackingServices;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;
import java.time.Duration;
import java.time.ZoneId;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Made-up companies through the whole service: facts to Kafka in disorder and repeated, answers from the API, by the book. */
@QuarkusTest
@QuarkusTestResource(value = BackingServices.class, initArgs = @ResourceArg(name = "service", value = "health"))
@TestProfile(EngineSimulationTest.House.class)
class EngineSimulationTest {

    private static final int COMPANIES = 30;
    private static final Duration SOON = Duration.ofSeconds(60);
    static final Premises PREMISES =
            new Premises(ZoneId.of("Europe/Berlin"), Company.INTERNAL_DOMAINS, Company.IGNORED_EVENTS);

    /** What the service is told of the deployment; its memory is small, so that accounts leave and come back. */
    public static final class House implements QuarkusTestProfile {

        static final Map<String, String> SETTINGS = Map.of(
                "bellwether.zone", PREMISES.zone().getId(),
                "bellwether.usage.internal-domains", String.join(",", PREMISES.internalDomains()),
                "bellwether.usage.ignore", String.join(",", PREMISES.ignoredEvents()),
                "bellwether.health.repeats-remembered", "100000",
                "bellwether.health.memory", "1100K",
                "bellwether.health.batch", "150",
                "bellwether.health.settle-after", "5s",
                "bellwether.health.pause-after-failure", "50ms");

        @Override
        public Map<String, String> getConfigOverrides() {
            return SETTINGS;
        }
    }

    @Test
    void what_is_committed_and_every_past_day_are_as_the_book_says() {
        Customers customers = Customers.of(1, COMPANIES, PREMISES);

        customers.sendAll();

        customers.awaitTheBook(SOON);
        customers.all().forEach(customers::assertPastDays);
    }
}
