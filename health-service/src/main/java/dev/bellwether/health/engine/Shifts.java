package dev.bellwether.health.engine;

import dev.bellwether.health.HealthMetrics;
import dev.bellwether.health.HealthSettings;
import dev.bellwether.health.score.memory.Settings;
import dev.bellwether.health.store.Accounts;
import jakarta.enterprise.context.ApplicationScoped;
import org.apache.kafka.clients.consumer.Consumer;

/** Makes a fresh shift, with nothing remembered. */
@ApplicationScoped
class Shifts {

    private final Consumers consumers;
    private final Takeover takeover;
    private final Intake intake;
    private final Upkeep upkeep;
    private final Accounts accounts;
    private final Settings settings;
    private final HealthSettings health;
    private final HealthMetrics metrics;

    Shifts(
            Consumers consumers,
            Takeover takeover,
            Intake intake,
            Upkeep upkeep,
            Accounts accounts,
            Settings settings,
            HealthSettings health,
            HealthMetrics metrics) {
        this.consumers = consumers;
        this.takeover = takeover;
        this.intake = intake;
        this.upkeep = upkeep;
        this.accounts = accounts;
        this.settings = settings;
        this.health = health;
        this.metrics = metrics;
    }

    Shift begin() {
        Consumer<String, byte[]> consumer = consumers.member();
        AccountCache cache = new AccountCache(health.accountsInMemory());
        Roster roster = new Roster(cache, accounts, settings, health, metrics);
        return new Shift(consumer, new Partitions(consumer, takeover, cache), roster, intake, upkeep);
    }
}
