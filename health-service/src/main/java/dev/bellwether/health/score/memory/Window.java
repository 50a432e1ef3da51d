package dev.bellwether.health.score.memory;

/** A window of days with the number of keys active in it; mutable, because marks keep it up to date. */
final class Window {

    private final long from;
    private final long to;
    private int count;
    private long askedOn;

    Window(long from, long to, int count) {
        this.from = from;
        this.to = to;
        this.count = count;
    }

    boolean is(long otherFrom, long otherTo) {
        return from == otherFrom && to == otherTo;
    }

    boolean contains(long day) {
        return from <= day && day <= to;
    }

    void increment() {
        count++;
    }

    /** It was asked for again while windows up to that day were. */
    void asked(long day) {
        askedOn = day;
    }

    long askedOn() {
        return askedOn;
    }

    long from() {
        return from;
    }

    long to() {
        return to;
    }

    int count() {
        return count;
    }
}
