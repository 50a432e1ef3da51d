package dev.bellwether.console.health;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** The last answers, bounded: the one unused for longest is forgotten first. Safe for many threads. */
final class Memory<K, V> {

    /** What was answered, and when. */
    record Kept<V>(V value, Instant at) {}

    private final Map<K, Kept<V>> entries;

    Memory(int capacity) {
        this.entries = new LinkedHashMap<>(capacity, 0.75f, true) {
            private static final long serialVersionUID = 1L;

            @Override
            protected boolean removeEldestEntry(Map.Entry<K, Kept<V>> eldest) {
                return size() > capacity;
            }
        };
    }

    synchronized void put(K key, V value, Instant at) {
        entries.put(key, new Kept<>(value, at));
    }

    synchronized Optional<Kept<V>> get(K key) {
        return Optional.ofNullable(entries.get(key));
    }

    synchronized void forget(K key) {
        entries.remove(key);
    }
}
