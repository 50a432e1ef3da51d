package dev.bellwether.ingest.csv;

import java.util.HashMap;
import java.util.Map;

/** How many files are read at once. Of several places one always stays free for others than the one who has the most. */
final class Places {

    private final int all;
    private final Map<String, Integer> taken = new HashMap<>();

    Places(int all) {
        this.all = all;
    }

    /** False when there is no place for this one. */
    synchronized boolean enter(Caller caller) {
        int own = taken.getOrDefault(caller.owner(), 0);
        int together = taken.values().stream().mapToInt(Integer::intValue).sum();
        if (together >= all || own >= Math.max(1, all - 1)) {
            return false;
        }
        taken.put(caller.owner(), own + 1);
        return true;
    }

    /** Gives the place back. */
    synchronized void leave(Caller caller) {
        taken.computeIfPresent(caller.owner(), (owner, own) -> own == 1 ? null : own - 1);
    }
}
