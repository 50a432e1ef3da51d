package dev.bellwether.console;

import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.time.Clock;

/** The one clock, in the zone in which days are counted. */
class Time {

    @Produces
    @Singleton
    Clock clock(ConsoleSettings settings) {
        return Clock.system(settings.zone());
    }
}
