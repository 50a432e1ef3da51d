package dev.bellwether.contracts;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.time.Instant;
import java.util.Arrays;
import java.util.Comparator;

/** Ids of events. */
public final class EventIds {

    /**
     * Which of two ids is the larger: by code points, as databases and most languages have it, and not by the halves of
     * surrogate pairs.
     */
    public static final Comparator<String> ORDER =
            (one, other) -> Arrays.compareUnsigned(one.getBytes(UTF_8), other.getBytes(UTF_8));

    private EventIds() {}

    /** Whether what an event said at one instant is older than what another said: by the ids when the instants are the same. */
    public static boolean isOlder(Instant at, String id, Instant otherAt, String otherId) {
        int order = at.compareTo(otherAt);
        return order < 0 || (order == 0 && ORDER.compare(id, otherId) < 0);
    }
}
