package dev.bellwether.ingest.csv;

import dev.bellwether.ingest.csv.row.ImportKind;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * An import and how far it has come.
 *
 * @param source whose write key it came with, or the name that stands for people
 * @param id the sender's key, else one of ours; unique in its source
 * @param how the file is read
 * @param asOf when it happened, for rows that do not tell
 * @param attempt the how-manieth sending; an earlier one may write no more
 * @param totalBytes of the body, as far as the sender told
 */
record Job(
        String source,
        String id,
        ImportKind kind,
        String how,
        Instant asOf,
        JobState state,
        int attempt,
        Heading heading,
        Progress progress,
        @Nullable Long totalBytes,
        Instant startedAt,
        Instant updatedAt) {

    /** Longer than a running import is ever silent. */
    private static final Duration SILENT = Duration.ofMinutes(2);

    /** The state, which is not what was written last when its instance was killed. */
    JobState stateAt(Instant now) {
        return state == JobState.RUNNING && updatedAt.plus(SILENT).isBefore(now) ? JobState.INTERRUPTED : state;
    }

    Job with(JobState newState, Progress newProgress, Instant now) {
        return new Job(
                source, id, kind, how, asOf, newState, attempt, heading, newProgress, totalBytes, startedAt, now);
    }
}
