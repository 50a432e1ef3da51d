package dev.bellwether.benchmarks.streams;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.time.Duration;
import org.apache.kafka.common.utils.Bytes;
import org.apache.kafka.streams.state.WindowStore;

/**
 * Recognises an event that came before, within a day or two, as the health service does within a day: by its id in a
 * store of windows. Two look-ups of one key each, which is the cheapest way there is: a range would open an iterator.
 */
record Repeats(WindowStore<Bytes, byte[]> ids) {

    static final String STORE = "ids";
    static final Duration WINDOW = Duration.ofHours(24);

    private static final byte[] SEEN = {1};

    /** Whether an event of that account has come with that id; from now on it has. */
    boolean isRepeat(String account, String id, long arrivedAt) {
        Bytes key = Bytes.wrap((account + '/' + id).getBytes(UTF_8));
        long window = arrivedAt - arrivedAt % WINDOW.toMillis();
        if (ids.fetch(key, window) != null || ids.fetch(key, window - WINDOW.toMillis()) != null) {
            return true;
        }
        ids.put(key, SEEN, window);
        return false;
    }
}
