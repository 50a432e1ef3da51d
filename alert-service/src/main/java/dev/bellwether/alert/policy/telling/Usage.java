package dev.bellwether.alert.policy.telling;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * What a person was told lately.
 *
 * @param week messages since the person's week began
 * @param lately when messages were sent within the grouping window, in order
 * @param summarised when the newest summary was sent within that window
 */
public record Usage(int week, List<Instant> lately, Optional<Instant> summarised) {

    /** Clocks of several processes are hardly further apart. */
    private static final Duration APART = Duration.ofSeconds(30);

    public static final Usage NONE = new Usage(0, List.of(), Optional.empty());

    public Usage {
        lately = List.copyOf(lately);
    }

    /** Whether a time lies ahead, since the clock that said it was set back: nobody waits for it to come once more. */
    public static boolean isAhead(Instant at, Instant now) {
        return at.isAfter(now.plus(APART));
    }

    /** What was sent lately and counts now. */
    List<Instant> lately(Instant now) {
        return lately.stream().filter(at -> !isAhead(at, now)).toList();
    }

    /** The newest summary that counts now. */
    Optional<Instant> summarised(Instant now) {
        return summarised.filter(at -> !isAhead(at, now));
    }
}
