package dev.bellwether.health.engine;

import dev.bellwether.health.HealthMetrics;
import dev.bellwether.health.store.LiveAccount;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.List;
import org.apache.kafka.clients.consumer.ConsumerRecords;

/** The first half of the path of a record: from bytes to facts in their accounts. {@link Closing} is the second. */
@Singleton
class Intake {

    private final Reader reader;
    private final Fold fold;
    private final HealthMetrics metrics;

    Intake(Reader reader, Fold fold, HealthMetrics metrics) {
        this.reader = reader;
        this.fold = fold;
        this.metrics = metrics;
    }

    Decoding begin(ConsumerRecords<String, byte[]> polled, Instant now, Placement placement) {
        return reader.begin(polled, now, placement);
    }

    /** Reads down: decode, fetch the accounts, fold. */
    void take(Decoding decoding, OpenBatch batch, Partitions partitions, Roster roster) {
        List<Arrival> arrivals = metrics.timed("decode", () -> reader.finish(decoding));
        LiveAccount[] accounts = metrics.timed("fetch", () -> roster.of(arrivals, batch));
        metrics.timed("fold", () -> fold.into(batch, arrivals, accounts, partitions, decoding.polledAt()));
        batch.read(arrivals.size(), decoding.parts(), decoding.polledAt());
    }
}
