package dev.bellwether.local.command;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** What became of the letters that one {@code dead-letters replay --all} found, over all calls that it took. */
record ReplayCounts(long matched, long replayed, long alreadyReplayed, long notReplayable, long invalid) {

    static final ReplayCounts NONE = new ReplayCounts(0, 0, 0, 0, 0);

    ReplayCounts and(JsonNode answer) {
        return new ReplayCounts(
                matched + answer.path("matched").asLong(),
                replayed + answer.path("replayed").asLong(),
                alreadyReplayed + answer.path("alreadyReplayed").asLong(),
                notReplayable + answer.path("notReplayable").asLong(),
                invalid + answer.path("invalid").asLong());
    }

    /** Letters that somebody has to do something about. */
    long leftBehind() {
        return notReplayable + invalid;
    }

    List<String> lines() {
        List<String> lines = new ArrayList<>();
        lines.add(String.format(Locale.ROOT, "matched %,d, replayed %,d", matched, replayed));
        add(lines, alreadyReplayed, "were replayed before: --force sends them once more");
        add(lines, invalid, "are still not valid: ./bellwether dead-letters replay ID says what is wrong");
        add(lines, notReplayable, "cannot be replayed: ./bellwether dead-letters replay ID says why");
        return lines;
    }

    private static void add(List<String> lines, long count, String what) {
        if (count > 0) {
            lines.add(String.format(Locale.ROOT, "  %,d %s", count, what));
        }
    }
}
