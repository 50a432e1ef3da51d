package dev.bellwether.system.wrong.pure;

/** Wrong on purpose: dice without a name. */
public final class DrawsLots {

    public boolean isTold() {
        return Math.random() < 0.5;
    }
}
