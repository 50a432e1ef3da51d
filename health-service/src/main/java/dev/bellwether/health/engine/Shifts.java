package dev.bellwether.health.engine;

import dev.bellwether.health.HealthMetrics;
import dev.bellwether.health.HealthSettings;
import dev.bellwether.health.store.Accounts;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.InstantSource;

/** Makes a fresh shift, with nothing remembered. */
@ApplicationScoped
class Shifts {

    private final Consumers consumers;
    private final Takeover takeover;
    private final Intake intake;
    private final Upkeep upkeep;
    private final Rosters rosters;

    Shifts(Consumers consumers, Takeover takeover, Intake intake, Upkeep upkeep, Rosters rosters) {
        this.consumers = consumers;
        this.takeover = takeover;
        this.intake = intake;
        this.upkeep = upkeep;
        this.rosters = rosters;
    }

    Shift begin(InstantSource clock) {
        var consumer = consumers.member();
        Roster roster = rosters.empty();
        return new Shift(consumer, new Partitions(consumer, takeover, roster, clock), roster, intake, upkeep);
    }

    /** Makes rosters that remember nothing yet. */
    @ApplicationScoped
    static class Rosters {

        private final Accounts stored;
        private final HealthSettings settings;
        private final HealthMetrics metrics;

        Rosters(Accounts stored, HealthSettings settings, HealthMetrics metrics) {
            this.stored = stored;
            this.settings = settings;
            this.metrics = metrics;
        }

        Roster empty() {
            return new Roster(stored, settings, metrics);
        }
    }
}
