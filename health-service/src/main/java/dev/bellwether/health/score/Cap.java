package dev.bellwether.health.score;

import java.util.OptionalDouble;

/**
 * Something so bad that the score cannot be good while it lasts.
 *
 * @param from the figure from which it holds
 * @param limit the highest score while it holds, 0 … 100
 */
public record Cap(String name, Measure figure, double from, double limit) {

    public Cap {
        if (!(limit >= 0 && limit <= 100)) {
            throw new IllegalArgumentException("cap " + name + " cannot limit a score to " + limit);
        }
    }

    boolean holds(Sight sight) {
        OptionalDouble value = figure.of(sight.of(figure));
        return value.isPresent() && value.getAsDouble() >= from;
    }
}
