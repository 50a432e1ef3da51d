package dev.bellwether.console;

import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Starts stand-ins for the services before the console, and tells the console where they are. */
public final class StandInResource implements QuarkusTestResourceLifecycleManager {

    static final String PASSWORD = "correct horse battery";
    static final int PAGE = 3;
    private static final String TOKEN = "a-token-of-a-manager";

    private static volatile @Nullable HealthStandIn health;
    private static volatile @Nullable RenewalStandIn renewal;

    /** The health-service that runs. */
    static HealthStandIn health() {
        return Objects.requireNonNull(health, "no test runs");
    }

    /** The renewal-service that runs. */
    static RenewalStandIn renewal() {
        return Objects.requireNonNull(renewal, "no test runs");
    }

    @Override
    public Map<String, String> start() {
        try {
            health = new HealthStandIn(0, TOKEN);
            renewal = new RenewalStandIn(0, TOKEN);
        } catch (IOException e) {
            throw new UncheckedIOException("starting the stand-ins", e);
        }
        return Map.of(
                "bellwether.console.health-url",
                health().url().toString(),
                "bellwether.console.renewal-url",
                renewal().url().toString(),
                "bellwether.console.token",
                TOKEN,
                "bellwether.console.password",
                PASSWORD,
                "bellwether.console.page-size",
                String.valueOf(PAGE),
                "bellwether.console.retry-pause",
                "PT0.05S",
                "bellwether.console.census-interval",
                "PT0S",
                "quarkus.http.test-port",
                "0",
                // a busy machine is slow, not wrong
                "quarkus.http.test-timeout",
                "PT2M");
    }

    @Override
    public void stop() {
        health().close();
        renewal().close();
    }
}
