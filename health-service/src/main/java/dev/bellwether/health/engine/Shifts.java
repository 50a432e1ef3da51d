package dev.bellwether.health.engine;

import dev.bellwether.health.feed.KnownOutages;
import jakarta.inject.Singleton;
import java.time.InstantSource;

/** Makes a fresh shift, with nothing remembered. */
@Singleton
class Shifts {

    private final Consumers consumers;
    private final Takeover takeover;
    private final KnownOutages outages;
    private final Pipelines pipelines;
    private final InstantSource clock;

    Shifts(Consumers consumers, Takeover takeover, KnownOutages outages, Pipelines pipelines, InstantSource clock) {
        this.consumers = consumers;
        this.takeover = takeover;
        this.outages = outages;
        this.pipelines = pipelines;
        this.clock = clock;
    }

    Shift begin() {
        Roster roster = pipelines.roster();
        Partitions partitions = new Partitions(consumers, takeover, outages, roster, clock);
        return new Shift(consumers.member(), partitions, pipelines.of(partitions, roster), clock);
    }
}
