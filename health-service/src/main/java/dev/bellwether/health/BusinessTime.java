package dev.bellwether.health;

import dev.bellwether.health.score.memory.BusinessDays;
import dev.bellwether.health.score.memory.Settings;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.InstantSource;
import java.time.ZoneId;
import java.util.Set;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** The clock and the calendar; the only place where the service learns what time it is. */
@ApplicationScoped
class BusinessTime {

    @Produces
    @ApplicationScoped
    InstantSource clock() {
        return Clock.systemUTC();
    }

    @Produces
    @Singleton
    Settings settings(@ConfigProperty(name = "bellwether.zone") ZoneId zone, UsageSettings settings) {
        return new Settings(new BusinessDays(zone), settings.internalDomains().orElse(Set.of()));
    }

    @Produces
    @Singleton
    BusinessDays days(Settings settings) {
        return settings.days();
    }
}
