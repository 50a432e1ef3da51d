package dev.bellwether.system.wrong.pure;

/** Wrong on purpose: how long something took is none of a decision's business. */
public final class MeasuresTime {

    public long begin() {
        return System.nanoTime();
    }
}
