package dev.bellwether.messaging.testing;

import java.util.function.Supplier;
import org.testcontainers.DockerClientFactory;

/** A running Kafka and PostgreSQL, however they came to run. */
interface Backing {

    String brokers();

    String databaseAddress();

    /** Makes sure that the role {@code bellwether_<service>} and the schema {@code <service>} exist. */
    void createServiceRole(String service, String password);

    static Backing shared() {
        return Shared.BACKING;
    }

    /** Started on first use, once a JVM. */
    final class Shared {
        private static final Backing BACKING = choose().get();

        private Shared() {}

        private static Supplier<Backing> choose() {
            return DockerClientFactory.instance().isDockerAvailable()
                    ? ContainerBacking::start
                    : EmbeddedBacking::start;
        }
    }
}
