package dev.bellwether.ingest.fuzz;

import java.util.Map;
import java.util.SplittableRandom;

/** A door as the fuzz test sees it. A new door joins by being listed in {@link Targets}. */
interface Target {

    /**
     * Where it is, with a key that fits.
     *
     * @return the headers by name; the path under {@code ""}
     */
    Map<String, String> address(SplittableRandom dice);

    /** A body of the door's own form whose one event has this id. */
    String good(String id);

    /** The same among others, some of which are wrong. */
    String goodAmongBad(String id, SplittableRandom dice);

    /** Where {@link #goodAmongBad} goes. */
    Map<String, String> batchAddress();
}
