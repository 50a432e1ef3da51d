package dev.bellwether.console.service;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** The last answers, bounded: the one unused for longest is forgotten first. Safe for many threads. */
public final class Memory<K, V> {

    /** What was answered, and when. */
    record Kept<V>(V value, Instant at) {}

    private final Map<K, Kept<V>> entries;

    /** One that holds so many answers. */
    public Memory(int capacity) {
        this.entries = new LinkedHashMap<>(capacity, 0.75f, true) {
            private static final long serialVersionUID = 1L;

            @Override
            protected boolean removeEldestEntry(Map.Entry<K, Kept<V>> eldest) {
                return size() > capacity;
            }
        };
    }

    /** The reading, kept when it is live and replaced by what was kept when the service is away. */
    public Reading<V> remembering(K key, Reading<V> reading, Instant now) {
        return switch (reading) {
            case Reading.Live<V> live -> {
                put(key, live.value(), now);
                yield live;
            }
            case Reading.NotThere<V> gone -> {
                // an account that was erased must not come back out of memory
                forget(key);
                yield gone;
            }
            case Reading.Away<V> away ->
                get(key).<Reading<V>>map(entry -> new Reading.Remembered<>(entry.value(), entry.at(), away.trouble()))
                        .orElse(away);
            case Reading.Remembered<V> remembered -> remembered;
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
