package dev.bellwether.benchmarks.streams;

import java.time.Duration;
import java.util.Locale;
import org.apache.kafka.streams.state.KeyValueBytesStoreSupplier;
import org.apache.kafka.streams.state.Stores;
import org.apache.kafka.streams.state.WindowBytesStoreSupplier;

/** Where the job keeps its state; a changelog on Kafka makes either durable. */
enum Store {
    ROCKSDB,
    MEMORY;

    KeyValueBytesStoreSupplier named(String name) {
        return switch (this) {
            case ROCKSDB -> Stores.persistentKeyValueStore(name);
            case MEMORY -> Stores.inMemoryKeyValueStore(name);
        };
    }

    /** Forgets a window once twice its length has passed. */
    WindowBytesStoreSupplier windows(String name, Duration window) {
        Duration kept = window.multipliedBy(2);
        return switch (this) {
            case ROCKSDB -> Stores.persistentWindowStore(name, kept, window, false);
            case MEMORY -> Stores.inMemoryWindowStore(name, kept, window, false);
        };
    }

    String title() {
        return name().toLowerCase(Locale.ROOT);
    }
}
