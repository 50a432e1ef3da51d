package dev.bellwether.ingest.account;

import dev.bellwether.contracts.Problem;
import dev.bellwether.ingest.Door;
import dev.bellwether.ingest.IngestMetrics;
import dev.bellwether.ingest.IngestSettings;
import dev.bellwether.ingest.Outcome;
import dev.bellwether.ingest.publish.BatchPublisher;
import dev.bellwether.ingest.source.Source;
import dev.bellwether.ingest.verdict.Reason;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.jboss.logging.Logger;

/**
 * Lets parked events go: to Kafka in order of arrival once their account is known, to the dead letters once they have
 * waited too long. At least once: an event leaves the table after the broker's acknowledgement.
 */
@Singleton
public class Release {

    private static final Logger LOG = Logger.getLogger(Release.class);
    private static final int BATCH = 500;

    /** Events that a sweep looks at together. */
    private static final int SLICE = 10_000;

    /** A sweep that takes longer, nanoseconds, leaves those behind to the next one. */
    private static final long SWEEP_FOR = TimeUnit.SECONDS.toNanos(2);

    /** Users whose events are looked for at once. */
    private static final int USERS = 100;

    private final Parking parking;
    private final BatchPublisher publisher;
    private final IngestMetrics metrics;
    private final IngestSettings settings;
    private final Clock clock;
    private final Set<String> learned = ConcurrentHashMap.newKeySet();
    private final AtomicBoolean asked = new AtomicBoolean();
    /** Once it is stopping it takes no further work; what waits then waits for the next start. */
    private final ScheduledExecutorService thread = new ScheduledThreadPoolExecutor(
            1,
            work -> Thread.ofPlatform().name("parked-release").daemon().unstarted(work),
            new ThreadPoolExecutor.DiscardPolicy());

    private long swept;
    private boolean failing;

    Release(Parking parking, BatchPublisher publisher, IngestMetrics metrics, IngestSettings settings, Clock clock) {
        this.parking = parking;
        this.publisher = publisher;
        this.metrics = metrics;
        this.settings = settings;
        this.clock = clock;
    }

    /** Lets the events of these users go whose accounts are known by now; returns at once. */
    @SuppressWarnings("FutureReturnValueIgnored") // a round handles its own failure
    public void soon(Collection<String> users) {
        if (metrics.parked().get() > 0) {
            learned.addAll(users);
            if (asked.compareAndSet(false, true)) {
                thread.execute(this::ofLearned);
            }
        }
    }

    @SuppressWarnings("FutureReturnValueIgnored") // runs until the process ends; a round handles its own failure
    void start(@Observes StartupEvent started) {
        long every = settings.parking().sweepEvery().toMillis();
        thread.scheduleWithFixedDelay(this::sweep, 0, every, TimeUnit.MILLISECONDS);
    }

    void stop(@Observes ShutdownEvent stopping) throws InterruptedException {
        thread.shutdown();
        if (!thread.awaitTermination(5, TimeUnit.SECONDS)) {
            thread.shutdownNow();
        }
    }

    private void ofLearned() {
        asked.set(false);
        guarded(this::releaseLearned);
    }

    private void releaseLearned() {
        for (Set<String> users = someLearned(); !users.isEmpty(); users = someLearned()) {
            try {
                Set<String> those = parking.waitedFor(users);
                if (!those.isEmpty()) {
                    release(() -> parking.found(those, BATCH));
                }
            } catch (RuntimeException e) {
                learned.addAll(users); // for the sweep
                throw e;
            }
        }
    }

    private Set<String> someLearned() {
        Set<String> users = learned.stream().limit(USERS).collect(Collectors.toSet());
        learned.removeAll(users);
        return users;
    }

    /** Also finds what was parked in the very moment in which another process learned its account. */
    private void sweep() {
        guarded(this::releaseLearned, this::releaseSlices, this::expireAll, parking::count);
    }

    private void releaseSlices() {
        long begin = System.nanoTime();
        do {
            Parking.Slice slice = parking.slice(swept, SLICE);
            swept = slice.reachesEnd() ? 0 : slice.last();
            release(() -> parking.found(slice, BATCH));
        } while (swept > 0 && System.nanoTime() - begin < SWEEP_FOR);
    }

    private void expireAll() {
        while (expire() == BATCH) {
            LOG.debug("more than a batch of parked events has expired");
        }
    }

    private void release(Supplier<List<Parking.Found>> next) {
        List<Parking.Found> found;
        do {
            found = next.get();
            release(found);
        } while (found.size() == BATCH);
    }

    private void release(List<Parking.Found> found) {
        if (found.isEmpty()) {
            return;
        }
        publisher.publish(
                found.stream().map(one -> one.row().about(one.account())).toList());
        parking.forget(found.stream().map(Parking.Found::row).toList());
        metrics.parked().addAndGet(-found.size());
        metrics.released(found.size());
    }

    private int expire() {
        List<ParkedRow> expired =
                parking.expired(clock.instant().minus(settings.parking().expireAfter()), BATCH);
        if (!expired.isEmpty()) {
            expired.stream()
                    .collect(Collectors.groupingBy(row -> new Origin(row.door, Source.nameOf(row.source))))
                    .forEach(this::refuse);
            parking.forget(expired);
        }
        return expired.size();
    }

    private void refuse(Origin origin, List<ParkedRow> expired) {
        Problem problem = new Problem(
                origin.door == Door.SEGMENT ? "/userId" : "/subject", "belonged to no account for " + waited());
        publisher.refuse(
                origin.text(), expired.stream().map(row -> row.original).toList(), problem);
        metrics.count(origin.door, origin.source, Outcome.REFUSED, expired.size());
        expired.forEach(row -> metrics.refused(origin.door, origin.source, Reason.ACCOUNT_UNKNOWN));
    }

    /** Where events came from; of webhooks the source is part of it. */
    private record Origin(Door door, String source) {

        String text() {
            return door == Door.WEBHOOK ? door.tag() + "/" + source : door.tag();
        }
    }

    private String waited() {
        Duration limit = settings.parking().expireAfter();
        return limit.toDays() > 0 ? counted(limit.toDays(), "day") : counted(limit.toMinutes(), "minute");
    }

    private static String counted(long number, String unit) {
        return number + " " + unit + (number == 1 ? "" : "s");
    }

    /** What one of them cannot do keeps nothing of the others from being done. */
    private void guarded(Runnable... works) {
        RuntimeException failure = null;
        for (Runnable work : works) {
            try {
                work.run();
            } catch (RuntimeException e) {
                failure = e;
            }
        }
        if (failure != null && !failing) { // the same failure again is not logged again
            LOG.warn("parked events stay for now; tried again later", failure);
        }
        failing = failure != null;
    }
}
