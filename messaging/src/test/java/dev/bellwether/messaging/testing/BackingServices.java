package dev.bellwether.messaging.testing;

import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import java.util.HashMap;
import java.util.Map;

/**
 * Gives the service under test real Kafka with all topics and real PostgreSQL with its own role and schema:
 * Testcontainers where a Docker engine answers, the embedded pair elsewhere. One pair serves the whole test JVM.
 *
 * <p>The init argument {@code service} names the schema: ingest, health, alert or renewal.
 */
public final class BackingServices implements QuarkusTestResourceLifecycleManager {

    private static final String PASSWORD = "for-tests-only";

    private String service = "health";

    @Override
    public void init(Map<String, String> initArgs) {
        service = initArgs.getOrDefault("service", service);
    }

    @Override
    public Map<String, String> start() {
        Backing backing = Backing.shared();
        backing.createServiceRole(service, PASSWORD);
        Map<String, String> config = new HashMap<>();
        config.put("kafka.bootstrap.servers", backing.brokers());
        config.put("bellwether.database.address", backing.databaseAddress());
        config.put("bellwether.database.password", PASSWORD);
        config.put("bellwether.auth.public-key", Tokens.publicKeyFile().toUri().toString());
        config.put("quarkus.http.test-port", "0");
        return config;
    }

    /** The pair lives as long as the JVM: starting one costs seconds, and the topics' groups are the service's own. */
    @Override
    public void stop() {
        // the shutdown hook of Backing ends the pair
    }
}
