package dev.bellwether.console;

import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Starts a stand-in for health-service before the console, and tells the console where it is. */
public final class StandInResource implements QuarkusTestResourceLifecycleManager {

    static final String PASSWORD = "correct horse battery";
    static final int PAGE = 3;
    private static final String TOKEN = "a-token-of-a-manager";

    private static volatile @Nullable HealthStandIn running;

    /** The one that runs. */
    static HealthStandIn health() {
        return Objects.requireNonNull(running, "no test runs");
    }

    @Override
    public Map<String, String> start() {
        try {
            running = HealthStandIn.start(0, TOKEN);
        } catch (IOException e) {
            throw new UncheckedIOException("starting the stand-in", e);
        }
        return Map.of(
                "bellwether.console.health-url",
                health().url().toString(),
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
    }
}
