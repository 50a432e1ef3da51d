package dev.bellwether.alert.policy.telling;

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

    public static final Usage NONE = new Usage(0, List.of(), Optional.empty());

    public Usage {
        lately = List.copyOf(lately);
    }
}
