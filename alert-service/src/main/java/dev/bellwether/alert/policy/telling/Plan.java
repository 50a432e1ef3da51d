package dev.bellwether.alert.policy.telling;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/**
 * What is done with news: the messages that leave, how far each alert has come, and the reason for every piece.
 *
 * @param progress of every alert asked about, by alert
 * @param verdicts the reason for each, by alert
 */
public record Plan(List<Parcel> parcels, Map<UUID, Progress> progress, Map<UUID, Verdict> verdicts) {

    public Plan {
        parcels = List.copyOf(parcels);
        progress = Map.copyOf(progress);
        verdicts = Map.copyOf(verdicts);
    }

    /**
     * Decides about all of it together.
     *
     * @param judged each piece of news by itself, judged now
     * @param usage what each person was told lately, by e-mail; of whom there is none nothing was told
     */
    public static Plan of(List<Judged> judged, Circumstances circumstances, Map<String, Usage> usage, Instant now) {
        return new Planning(circumstances, usage, now).plan(judged);
    }
}
