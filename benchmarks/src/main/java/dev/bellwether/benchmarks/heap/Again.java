package dev.bellwether.benchmarks.heap;

import dev.bellwether.benchmarks.health.Usage;
import dev.bellwether.benchmarks.health.Use;

/**
 * The same uses over and over, each time as other events: after the first time no account, user or day is new.
 *
 * @param first from which time on, from 0
 * @param times how often
 */
record Again(Usage once, int first, int times) implements Usage {

    @Override
    public int events() {
        return once.events() * times;
    }

    @Override
    public Use use(int number) {
        Use use = once.use(number % once.events());
        int unique = first * once.events() + number;
        return new Use(unique, use.account(), use.user(), use.feature(), use.at());
    }
}
