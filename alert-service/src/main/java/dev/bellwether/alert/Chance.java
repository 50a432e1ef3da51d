package dev.bellwether.alert;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import java.time.InstantSource;
import java.util.random.RandomGenerator;

/** The time and the chance of the real world, asked for by the shell alone. */
@ApplicationScoped
class Chance {

    @Produces
    @ApplicationScoped
    InstantSource clock() {
        return InstantSource.system();
    }

    /** Spreads retries; nothing secret depends on it. */
    @Produces
    @ApplicationScoped
    RandomGenerator random() {
        return RandomGenerator.of("L64X128MixRandom");
    }
}
