package dev.bellwether.ingest.fuzz;

import dev.bellwether.contracts.Topic;
import java.util.Map;
import java.util.SplittableRandom;

/** A door as the fuzz test sees it. A new door joins by being listed in {@link Targets}. */
interface Target {

    /**
     * Where a body may go, mostly with a proof that fits it.
     *
     * @return the headers by name; the path under {@code ""}
     */
    Map<String, String> address(byte[] body, SplittableRandom dice);

    /** Where {@link #goodAmongBad} goes, with a proof that fits it. */
    Map<String, String> batchAddress(byte[] body);

    /** A body of the door's own form whose one event is made of this id. */
    String good(String id);

    /** The same among others, some of which are wrong. */
    String goodAmongBad(String id, SplittableRandom dice);

    /** Where that event must be. */
    default Shot.Good event(String id) {
        return new Shot.Good(Topic.USAGE_EVENTS, id);
    }

    /** Whether the server hangs up after its answer. */
    default boolean hangsUp() {
        return false;
    }
}
