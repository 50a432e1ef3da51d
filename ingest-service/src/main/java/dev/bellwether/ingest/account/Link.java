package dev.bellwether.ingest.account;

/** Two ids of the same user; it does not matter which is named first. */
public record Link(String one, String other) {

    public Link {
        if (one.compareTo(other) > 0) {
            String former = one;
            one = other;
            other = former;
        }
    }

    boolean joinsTwo() {
        return !one.equals(other);
    }
}
