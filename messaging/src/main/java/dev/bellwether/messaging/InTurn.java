package dev.bellwether.messaging;

import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import java.util.function.Function;

/** Steps that are taken one after the other. */
public final class InTurn {

    private InTurn() {}

    /**
     * Takes a step for each, in their order, each when the one before has succeeded; the first failure ends it. There may
     * be any number of them, also of such as succeed at once: a {@code chain} of as many links would exhaust the stack, and
     * what waits for its end would wait for ever.
     */
    public static <T> Uni<Void> each(Iterable<T> all, Function<T, Uni<?>> step) {
        return Multi.createFrom()
                .iterable(all)
                .onItem()
                .transformToUniAndConcatenate(one -> step.apply(one).replaceWithVoid())
                .onItem()
                .ignoreAsUni();
    }
}
