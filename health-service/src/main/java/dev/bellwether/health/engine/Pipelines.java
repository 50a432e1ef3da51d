package dev.bellwether.health.engine;

import dev.bellwether.health.HealthMetrics;
import dev.bellwether.health.HealthSettings;
import dev.bellwether.health.store.Accounts;
import jakarta.inject.Singleton;

/** Makes empty pipelines, and rosters that remember nothing yet. */
@Singleton
class Pipelines {

    private final Pipeline.Steps steps;
    private final Accounts stored;
    private final HealthSettings settings;
    private final MemoryShares memory;
    private final HealthMetrics metrics;

    Pipelines(Pipeline.Steps steps, Accounts stored, HealthSettings settings, HealthMetrics metrics) {
        this.steps = steps;
        this.stored = stored;
        this.settings = settings;
        this.memory = MemoryShares.of(settings);
        this.metrics = metrics;
    }

    Roster roster() {
        return new Roster(stored, memory.accounts(), settings.transactionLimit(), metrics);
    }

    Pipeline of(Partitions partitions, Roster roster) {
        return new Pipeline(steps, partitions, roster, settings, metrics);
    }
}
