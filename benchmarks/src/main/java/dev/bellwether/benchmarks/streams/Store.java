package dev.bellwether.benchmarks.streams;

import java.util.Locale;
import org.apache.kafka.streams.state.KeyValueBytesStoreSupplier;
import org.apache.kafka.streams.state.Stores;

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

    String title() {
        return name().toLowerCase(Locale.ROOT);
    }
}
