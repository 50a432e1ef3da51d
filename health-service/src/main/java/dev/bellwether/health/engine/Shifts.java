package dev.bellwether.health.engine;

import jakarta.inject.Singleton;
import java.time.InstantSource;

/** Makes a fresh shift, with nothing remembered. */
@Singleton
class Shifts {

    private final Consumers consumers;
    private final Takeover takeover;
    private final Pipelines pipelines;
    private final InstantSource clock;

    Shifts(Consumers consumers, Takeover takeover, Pipelines pipelines, InstantSource clock) {
        this.consumers = consumers;
        this.takeover = takeover;
        this.pipelines = pipelines;
        this.clock = clock;
    }

    Shift begin() {
        Roster roster = pipelines.roster();
        Partitions partitions = new Partitions(consumers, takeover, roster, clock);
        return new Shift(consumers.member(), partitions, pipelines.of(partitions, roster), clock);
    }
}
