package dev.bellwether.system.wrong.pure;

import java.util.Random;

/** Wrong on purpose: nobody can say why. */
public final class ThrowsDice {

    private final Random random = new Random(1);

    public boolean isTold() {
        return random.nextBoolean();
    }
}
