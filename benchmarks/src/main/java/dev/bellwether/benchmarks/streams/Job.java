package dev.bellwether.benchmarks.streams;

import dev.bellwether.benchmarks.health.Wire;
import java.nio.ByteBuffer;
import java.time.LocalDate;
import java.util.Set;
import org.apache.kafka.common.serialization.Deserializer;
import org.apache.kafka.common.serialization.Serde;
import org.apache.kafka.common.serialization.Serdes;
import org.apache.kafka.common.serialization.Serializer;
import org.apache.kafka.common.utils.Bytes;
import org.apache.kafka.streams.StreamsBuilder;
import org.apache.kafka.streams.Topology;
import org.apache.kafka.streams.kstream.Consumed;
import org.apache.kafka.streams.kstream.Grouped;
import org.apache.kafka.streams.kstream.Materialized;
import org.apache.kafka.streams.kstream.Produced;
import org.apache.kafka.streams.processor.api.FixedKeyProcessor;
import org.apache.kafka.streams.processor.api.FixedKeyProcessorSupplier;
import org.apache.kafka.streams.state.KeyValueStore;
import org.apache.kafka.streams.state.StoreBuilder;
import org.apache.kafka.streams.state.Stores;
import org.apache.kafka.streams.state.WindowStore;

/**
 * The core of what the health service does with usage, as one would write it with Kafka Streams: repeated events
 * left out, users recognised by day, an account's users and volume, and a record for each account that changed. The key is kept, so nothing is
 * repartitioned; the cache before the stores makes one record an account and commit of many changes.
 */
record Job(Store store, LocalDate today, String output) {

    private static final String ACCOUNTS = "accounts";

    Topology topology() {
        StreamsBuilder builder = new StreamsBuilder();
        builder.stream(Wire.TOPIC, Consumed.with(Serdes.String(), Serdes.ByteArray()))
                .processValues(recognition())
                .groupByKey(Grouped.with(Serdes.String(), none()))
                .aggregate(
                        Totals::none,
                        (account, seen, totals) -> totals.with(seen),
                        Materialized.<String, Totals>as(store.named(ACCOUNTS))
                                .withKeySerde(Serdes.String())
                                .withValueSerde(totals())
                                .withCachingEnabled())
                .toStream()
                .mapValues(Job::announced)
                .to(output, Produced.with(Serdes.String(), Serdes.String()));
        return builder.build();
    }

    private FixedKeyProcessorSupplier<String, byte[], Seen> recognition() {
        StoreBuilder<KeyValueStore<Bytes, Long>> users = Stores.keyValueStoreBuilder(
                        store.named(Recognition.STORE), Serdes.Bytes(), Serdes.Long())
                .withCachingEnabled();
        StoreBuilder<WindowStore<Bytes, byte[]>> repeats = Stores.windowStoreBuilder(
                        store.windows(Repeats.STORE, Repeats.WINDOW), Serdes.Bytes(), Serdes.ByteArray())
                .withCachingDisabled(); // an id is written once and hardly ever asked for again
        return new FixedKeyProcessorSupplier<>() {
            @Override
            public FixedKeyProcessor<String, byte[], Seen> get() {
                return new Recognition(today);
            }

            @Override
            public Set<StoreBuilder<?>> stores() {
                return Set.of(users, repeats);
            }
        };
    }

    private static String announced(Totals totals) {
        return "{\"wau\":" + totals.weeklyUsers() + ",\"uses\":" + totals.uses() + ",\"userDays\":" + totals.userDays()
                + "}";
    }

    private static Serde<Totals> totals() {
        Serializer<Totals> write = (topic, totals) -> totals.bytes().array();
        Deserializer<Totals> read = (topic, bytes) -> new Totals(ByteBuffer.wrap(bytes.clone()));
        return Serdes.serdeFrom(write, read);
    }

    /** Nothing passes between processors by wire. */
    private static Serde<Seen> none() {
        Serializer<Seen> write = (topic, seen) -> {
            throw new IllegalStateException("repartitioned");
        };
        Deserializer<Seen> read = (topic, bytes) -> {
            throw new IllegalStateException("repartitioned");
        };
        return Serdes.serdeFrom(write, read);
    }
}
