package dev.bellwether.benchmarks;

/** A measure that came to no number, or to one that must not be believed; the message says why. */
public final class NotMeasured extends Exception {

    private static final long serialVersionUID = 1;

    public NotMeasured(String why) {
        super(why);
    }

    public NotMeasured(String why, Throwable cause) {
        super(why + ": " + cause.getMessage(), cause);
    }
}
