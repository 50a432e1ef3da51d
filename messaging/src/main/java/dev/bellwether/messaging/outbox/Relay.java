package dev.bellwether.messaging.outbox;

import dev.bellwether.contracts.Envelope;
import dev.bellwether.messaging.Producers;
import dev.bellwether.messaging.Records;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.infrastructure.Infrastructure;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.jboss.logging.Logger;

/**
 * Publishes the outbox in order and at least once: rows leave the table in the transaction in which the broker
 * acknowledged them. Among several instances one at a time holds the lock, so order survives.
 */
@ApplicationScoped
public class Relay {

    private static final Logger LOG = Logger.getLogger(Relay.class);

    /** Any number will do; the lock is taken per schema because the schema's hash is its second half. */
    private static final String LOCK =
            "select pg_try_advisory_xact_lock(hashtext('bellwether-outbox'), hashtext(current_schema()))";

    private static final String NEXT =
            "select sequence, event_id, type, source, account_id, time, data from outbox order by sequence limit $1";
    private static final String DELETE = "delete from outbox where sequence = any($1)";
    private static final String OLDEST =
            "select coalesce(extract(epoch from now() - min(created_at)), 0)::float8 from outbox";
    private static final Duration STATEMENT_LIMIT = Duration.ofSeconds(60);

    private final Pool pool;
    private final Producers producers;
    private final RelaySettings settings;
    private final MeterRegistry meters;
    private final AtomicLong oldestMillis = new AtomicLong();
    private final ScheduledExecutorService thread = Executors.newSingleThreadScheduledExecutor(
            work -> Thread.ofPlatform().name("outbox-relay").daemon().unstarted(work));

    private volatile boolean failing;

    Relay(Pool pool, Producers producers, RelaySettings settings, MeterRegistry meters) {
        this.pool = pool;
        this.producers = producers;
        this.settings = settings;
        this.meters = meters;
    }

    @SuppressWarnings("FutureReturnValueIgnored") // runs until the process ends; every round handles its own failure
    void start(@Observes StartupEvent started) {
        if (settings.enabled()) {
            meters.gauge("bellwether.outbox.oldest.seconds", oldestMillis, millis -> millis.get() / 1000.0);
            long interval = settings.interval().toMillis();
            thread.scheduleWithFixedDelay(this::round, interval, interval, TimeUnit.MILLISECONDS);
        }
    }

    void stop(@Observes ShutdownEvent stopping) throws InterruptedException {
        thread.shutdown();
        if (!thread.awaitTermination(10, TimeUnit.SECONDS)) {
            thread.shutdownNow();
        }
    }

    private void round() {
        try {
            while (publishBatch() == settings.batch()) {
                LOG.debug("outbox holds more than a batch");
            }
            failing = false;
        } catch (RuntimeException e) {
            if (!failing) { // the same failure again is not logged again
                LOG.warnf(e, "publishing the outbox failed; it is kept and tried again");
            }
            failing = true;
            pause();
        }
    }

    private int publishBatch() {
        return pool.withTransaction(connection -> connection
                        .query(LOCK)
                        .execute()
                        .chain(lock -> lock.iterator().next().getBoolean(0)
                                ? publish(connection)
                                : Uni.createFrom().item(0)))
                .await()
                .atMost(STATEMENT_LIMIT);
    }

    private Uni<Integer> publish(SqlConnection connection) {
        return connection
                .preparedQuery(NEXT)
                .execute(Tuple.of(settings.batch()))
                .chain(rows -> rows.rowCount() == 0 ? nothing() : publish(connection, rows));
    }

    private Uni<Integer> nothing() {
        oldestMillis.set(0);
        return Uni.createFrom().item(0);
    }

    private Uni<Integer> publish(SqlConnection connection, RowSet<Row> rows) {
        List<ProducerRecord<String, byte[]>> records = new ArrayList<>(rows.rowCount());
        Long[] sequences = new Long[rows.rowCount()];
        for (Row row : rows) {
            sequences[records.size()] = row.getLong("sequence");
            records.add(Records.write(envelope(row)));
        }
        return connection
                .query(OLDEST)
                .execute()
                .invoke(age -> oldestMillis.set((long) (age.iterator().next().getDouble(0) * 1000)))
                // sending may block while the broker is away: not on the event loop that answered
                .emitOn(Infrastructure.getDefaultWorkerPool())
                .chain(() -> producers.sendAll(records))
                .chain(() -> connection.preparedQuery(DELETE).execute(Tuple.of((Object) sequences)))
                .invoke(() -> meters.counter("bellwether.outbox.published").increment(records.size()))
                .replaceWith(records.size());
    }

    private static Envelope envelope(Row row) {
        return new Envelope(
                row.getString("event_id"),
                row.getString("source"),
                row.getString("type"),
                row.getString("account_id"),
                row.getOffsetDateTime("time").toInstant(),
                row.getBuffer("data").getBytes());
    }

    private void pause() {
        try {
            Thread.sleep(settings.pauseAfterFailure());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
