package dev.bellwether.health.engine;

import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The accounts of a partition whose flags and announcements wait until their past is complete. */
final class Settling {

    private final Duration quiet;
    private final Duration most;
    private final Map<String, Instant> dueAt = new HashMap<>();

    /**
     * None waits yet.
     *
     * @param quiet an account has settled when nothing back-dated arrived for this long
     * @param most it waits no longer than this
     */
    Settling(Duration quiet, Duration most) {
        this.quiet = quiet;
        this.most = most;
    }

    /** Lets an account wait a while longer, but not past the most it may since it began to wait. */
    void later(String accountId, Instant since, Instant now) {
        Instant settled = now.plus(quiet);
        Instant latest = since.plus(most);
        dueAt.put(accountId, settled.isBefore(latest) ? settled : latest);
    }

    void done(String accountId) {
        dueAt.remove(accountId);
    }

    /** Whether anybody's wait is over. */
    boolean isDue(Instant now) {
        for (Instant due : dueAt.values()) {
            if (!due.isAfter(now)) {
                return true;
            }
        }
        return false;
    }

    /** Those whose wait is over, in order of ids. */
    List<String> due(Instant now, int limit) {
        return dueAt.entrySet().stream()
                .filter(entry -> !entry.getValue().isAfter(now))
                .map(Map.Entry::getKey)
                .sorted()
                .limit(limit)
                .toList();
    }
}
