package dev.bellwether.ingest.testing;

import dev.bellwether.messaging.testing.BackingServices;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.ServerSocket;
import java.util.HashMap;
import java.util.Map;

/** Kafka and PostgreSQL, two sources that may send, and rounds of the parking quick enough to watch; for all tests. */
@QuarkusTestResource(TestSources.class)
public final class TestSources implements QuarkusTestResourceLifecycleManager {

    public static final String WEB_KEY = "web-key-for-tests-only";
    public static final String OLD_APP_KEY = "old-app-key-for-tests-only";
    public static final String NEW_APP_KEY = "new-app-key-for-tests-only";

    /** Of a source that may send two requests a second. */
    public static final String SLOW_KEY = "slow-key-for-tests-only";

    /** The page whose browsers may send with the web key. */
    public static final String SHOP = "https://shop.example";

    private final BackingServices backing = new BackingServices();

    private boolean ownKafka;

    /** With {@code kafka=own} the service is told of a Kafka that is not there: the test starts it when it likes. */
    @Override
    public void init(Map<String, String> arguments) {
        ownKafka = "own".equals(arguments.get("kafka"));
    }

    @Override
    public Map<String, String> start() {
        backing.init(Map.of("service", "ingest"));
        Map<String, String> config = new HashMap<>(backing.start());
        config.put("bellwether.ingest.sources.web.write-keys", WEB_KEY);
        config.put("bellwether.ingest.sources.web.cors-origins", SHOP);
        config.put("bellwether.ingest.sources.app.write-keys", OLD_APP_KEY + "," + NEW_APP_KEY);
        config.put("bellwether.ingest.sources.slow.write-keys", SLOW_KEY);
        config.put("bellwether.ingest.sources.slow.requests-per-second", "2");
        config.put("bellwether.ingest.limits.body-within", "2s");
        config.put("bellwether.ingest.segment.account-property", "workspace");
        config.put("bellwether.ingest.segment.quantity-property", "count");
        config.put("bellwether.ingest.parking.sweep-every", "300ms");
        config.put("bellwether.ingest.accounts.by-email", "true");
        config.put("bellwether.ingest.imports.at-once", "16");
        config.putAll(TestHooks.settings());
        if (ownKafka) {
            config.put("kafka.bootstrap.servers", "localhost:" + freePort());
        }
        return config;
    }

    private static int freePort() {
        try (ServerSocket socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void stop() {
        backing.stop();
    }
}
