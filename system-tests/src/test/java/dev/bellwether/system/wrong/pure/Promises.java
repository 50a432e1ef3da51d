package dev.bellwether.system.wrong.pure;

import io.smallrye.mutiny.Uni;

/** Wrong on purpose: a decision is an answer, not a promise of one. */
public final class Promises {

    public Uni<Integer> score(int points) {
        return Uni.createFrom().item(points);
    }
}
