package dev.bellwether.health.letters;

/**
 * A part of a partition.
 *
 * @param from its first offset
 * @param to the offset after its last
 */
record Stretch(long from, long to) {

    boolean isEmpty() {
        return from >= to;
    }

    /** Its end, at most so long. */
    Stretch last(int most) {
        return new Stretch(Math.max(from, to - most), to);
    }

    /** What lies before an offset. */
    Stretch before(long offset) {
        return new Stretch(from, Math.min(to, offset));
    }
}
