package dev.bellwether.health.simulation;

import static org.assertj.core.api.Assertions.assertThat;

import dev.bellwether.health.engine.SecondInstance;
import dev.bellwether.messaging.testing.BackingServices;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import jakarta.inject.Inject;
import java.time.Duration;
import org.junit.jupiter.api.Test;

/** The same while partitions move to and fro between two instances, each with what it remembers from before. */
@QuarkusTest
@QuarkusTestResource(value = BackingServices.class, initArgs = @ResourceArg(name = "service", value = "health"))
@TestProfile(EngineSimulationTest.House.class)
class TwoInstancesSimulationTest {

    private static final Duration LATER = Duration.ofSeconds(120);
    private static final int WAVES = 4;

    @Inject
    SecondInstance second;

    @Test
    void wherever_a_partition_is_what_is_committed_is_as_the_book_says() {
        second.start();
        for (int wave = 0; wave < WAVES; wave++) {
            Customers customers = Customers.of(201 + 10L * wave, 6, EngineSimulationTest.PREMISES);

            customers.sendAll();

            customers.awaitTheBook(LATER);
        }
        assertThat(second.stays()).isGreaterThanOrEqualTo(2);
        second.close();
    }
}
