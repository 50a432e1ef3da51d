package dev.bellwether.health.letters;

import dev.bellwether.health.HealthSettings;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;

/** Sets the planner up with what an operator has chosen. */
class Planning {

    @Produces
    @Singleton
    Planner planner(HealthSettings settings) {
        return new Planner(new DoorEvents(settings.futureTolerance()));
    }
}
