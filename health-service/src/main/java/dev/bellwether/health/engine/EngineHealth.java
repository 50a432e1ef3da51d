package dev.bellwether.health.engine;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.Readiness;

/** Ready once the engine has come round, as long as it keeps doing so and does not fail for minutes on end. */
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
        Instant patient = clock.instant().minus(PATIENCE);
        Engine.Trouble trouble = engine.trouble();
        return HealthCheckResponse.named("engine")
                .status(engine.lastRound().isAfter(patient)
                        && (trouble == null || trouble.since().isAfter(patient)))
                .withData("lastRound", engine.lastRound().toString())
                .withData("trouble", trouble == null ? "" : trouble.what())
                .withData("troubleSince", trouble == null ? "" : trouble.since().toString())
                .build();
    }
}
