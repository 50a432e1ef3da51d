package dev.bellwether.health.score;

import java.util.List;

/**
 * A piecewise-linear curve from a figure to points, flat beyond its ends.
 *
 * @param knots at least two, in rising order of the figure
 */
public record Curve(List<Knot> knots) {

    public Curve {
        knots = List.copyOf(knots);
        if (knots.size() < 2) {
            throw new IllegalArgumentException("a curve needs two knots, not " + knots);
        }
        for (int i = 1; i < knots.size(); i++) {
            if (knots.get(i - 1).figure() >= knots.get(i).figure()) {
                throw new IllegalArgumentException("knots must rise: " + knots);
            }
        }
    }

    static Curve through(Knot... knots) {
        return new Curve(List.of(knots));
    }

    /** The points of the figure, 0 … 100. */
    public double at(double figure) {
        Knot below = knots.getFirst();
        if (figure <= below.figure()) {
            return below.points();
        }
        for (Knot above : knots) {
            if (figure <= above.figure()) {
                double share = (figure - below.figure()) / (above.figure() - below.figure());
                return below.points() + share * (above.points() - below.points());
            }
            below = above;
        }
        return below.points();
    }

    /** A corner of the curve; points are 0 … 100. */
    public record Knot(double figure, double points) {

        public Knot {
            if (!Double.isFinite(figure) || !(points >= 0 && points <= 100)) {
                throw new IllegalArgumentException("a knot cannot lead from " + figure + " to " + points);
            }
        }
    }
}
