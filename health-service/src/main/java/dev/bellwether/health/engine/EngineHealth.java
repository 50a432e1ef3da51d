package dev.bellwether.health.engine;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.Readiness;

/** Ready once the engine has come round and as long as it keeps doing so. */
@Readiness
@ApplicationScoped
class EngineHealth implements HealthCheck {

    private static final Duration PATIENCE = Duration.ofMinutes(2);

    private final Engine engine;
    private final InstantSource clock;

    EngineHealth(Engine engine, InstantSource clock) {
        this.engine = engine;
        this.clock = clock;
    }

    @Override
    public HealthCheckResponse call() {
        Instant last = engine.lastRound();
        return HealthCheckResponse.named("engine")
                .status(last.isAfter(clock.instant().minus(PATIENCE)))
                .withData("lastRound", last.toString())
                .withData("trouble", engine.trouble())
                .build();
    }
}
