package dev.bellwether.health.score;

/**
 * One thing a model looks at.
 *
 * @param weight its share of the score relative to the other signals, above 0
 */
public record Signal(String name, Measure figure, double weight, Curve curve) {

    public Signal {
        if (!(weight > 0 && Double.isFinite(weight))) {
            throw new IllegalArgumentException("signal " + name + " cannot weigh " + weight);
        }
    }
}
