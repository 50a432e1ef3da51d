package dev.bellwether.health;

import dev.bellwether.contracts.EventType;
import dev.bellwether.contracts.Flag;
import dev.bellwether.contracts.FlagCleared;
import dev.bellwether.contracts.FlagEscalated;
import dev.bellwether.contracts.FlagRaised;
import dev.bellwether.contracts.HealthEvent;
import dev.bellwether.contracts.ScoreChanged;
import dev.bellwether.health.score.feed.Feed;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.DistributionSummary;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Tag;
import io.micrometer.core.instrument.Timer;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Everything the health-service counts; tags are closed sets, never customers. */
@ApplicationScoped
public class HealthMetrics {

    private final MeterRegistry registry;
    private final DistributionSummary batch;
    private final Timer delay;
    private final Timer endToEnd;
    private final Counter fenceLosses;
    private final Counter unreadableFacts;
    private final Counter unreadableFlags;
    private final Counter sweptAccounts;
    private final Counter scoreChanges;
    private final AtomicLong accountsInMemory;
    private final AtomicLong bytesInMemory;
    private final AtomicLong idsInMemory;
    private final AtomicLong bytesOfIds;
    private final AtomicLong lag;
    private final AtomicLong turning;
    private final Counter replayedLetters;
    private final Map<String, AtomicLong> feedGauges = new ConcurrentHashMap<>();

    HealthMetrics(MeterRegistry registry) {
        this.registry = registry;
        batch = DistributionSummary.builder("bellwether.health.batch")
                .baseUnit("records")
                .register(registry);
        delay = delay("bellwether.health.delay", "from the arrival of a record on Kafka to its commit");
        endToEnd = delay(
                "bellwether.health.end.to.end",
                "from when the oldest fact of a batch occurred to its commit, back-dated facts left out");
        fenceLosses = registry.counter("bellwether.health.fence.losses");
        unreadableFacts = registry.counter("bellwether.health.unreadable.facts");
        unreadableFlags = registry.counter("bellwether.health.unreadable.flags");
        scoreChanges = registry.counter("bellwether.health.score.changes");
        sweptAccounts = registry.counter("bellwether.health.swept.accounts");
        replayedLetters = registry.counter("bellwether.health.letters.replayed");
        accountsInMemory = registry.gauge("bellwether.health.accounts.in.memory", new AtomicLong());
        bytesInMemory = registry.gauge("bellwether.health.accounts.bytes", new AtomicLong());
        idsInMemory = registry.gauge("bellwether.health.repeats.remembered", new AtomicLong());
        bytesOfIds = registry.gauge("bellwether.health.repeats.bytes", new AtomicLong());
        lag = registry.gauge("bellwether.health.lag.records", new AtomicLong());
        turning = registry.gauge("bellwether.health.turning.partitions", new AtomicLong());
    }

    private Timer delay(String name, String what) {
        return Timer.builder(name)
                .description(what)
                .publishPercentileHistogram()
                .minimumExpectedValue(Duration.ofMillis(1))
                .maximumExpectedValue(Duration.ofMinutes(10))
                .register(registry);
    }

    /** Counts events by type and outcome; to be called once they are committed. */
    public void received(String type, String outcome, long count) {
        registry.counter("bellwether.health.events", "type", type, "outcome", outcome)
                .increment(count);
    }

    /** The tag of a type: the part of its name that tells it from the others. */
    public static String tag(EventType type) {
        return type.typeName().substring("bellwether.".length());
    }

    /** Counts announcements; to be called once they are committed. */
    public void announced(Collection<HealthEvent> events) {
        for (HealthEvent event : events) {
            switch (event) {
                case ScoreChanged e -> scoreChanges.increment();
                case FlagRaised e -> flag(e.flag(), "raised");
                case FlagEscalated e -> flag(e.flag(), "escalated");
                case FlagCleared e -> flag(e.flag(), "cleared");
            }
        }
    }

    private void flag(Flag flag, String change) {
        String kind = flag.kind().json().toLowerCase(Locale.ROOT);
        registry.counter("bellwether.health.flags", "kind", kind, "change", change)
                .increment();
    }

    /**
     * A batch is committed.
     *
     * @param oldestArrival when the oldest of its records came to the log; null when it has none
     * @param oldestFresh when the oldest of its facts occurred, back-dated ones left out; null when it has none
     */
    public void committed(int records, @Nullable Instant oldestArrival, @Nullable Instant oldestFresh, Instant now) {
        if (records > 0) {
            batch.record(records);
        }
        if (oldestArrival != null) {
            delay.record(Duration.between(oldestArrival, now));
        }
        if (oldestFresh != null) {
            endToEnd.record(Duration.between(oldestFresh, now));
        }
    }

    /**
     * Does a step of a batch's way and times it.
     *
     * @param step decode, fetch, fold, time, assess or wait (for the commit before)
     */
    public <T> T timed(String step, Supplier<T> work) {
        return step(step).record(work);
    }

    /** The same for work without a result. */
    public void timed(String step, Runnable work) {
        step(step).record(work);
    }

    /** How long a transaction took, from its beginning until the engine saw its end. */
    public void transaction(Duration took) {
        step("commit").record(took);
    }

    private Timer step(String step) {
        return registry.timer("bellwether.health.step", "step", step);
    }

    public void fenceLost() {
        fenceLosses.increment();
    }

    /** A stored fact could not be read and was left out. */
    public void factPassedOver() {
        unreadableFacts.increment();
    }

    /** Something of a stored flag could not be read and was left out. */
    public void flagUnreadable() {
        unreadableFlags.increment();
    }

    public void swept(int accounts) {
        sweptAccounts.increment(accounts);
    }

    /** Whether a feed is silent, and how long ago it was last heard; told from the first time on. */
    public void feed(Feed feed, boolean silent, Duration quiet) {
        gauge("bellwether.health.feed.silent", feed).set(silent ? 1 : 0);
        gauge("bellwether.health.feed.quiet.seconds", feed).set(Math.max(0, quiet.toSeconds()));
    }

    private AtomicLong gauge(String name, Feed feed) {
        return feedGauges.computeIfAbsent(
                name + " " + feed.json(),
                key -> Objects.requireNonNull(
                        registry.gauge(name, List.of(Tag.of("feed", feed.json())), new AtomicLong())));
    }

    /** Counts dead letters that were sent again; to be called once they are acknowledged. */
    public void lettersReplayed(int letters) {
        replayedLetters.increment(letters);
    }

    /** What the accounts in memory come to; bytes are an estimate. */
    public void memory(int accounts, long bytes) {
        accountsInMemory.set(accounts);
        bytesInMemory.set(bytes);
    }

    /** How many ids of recent usage are in memory, and the bytes that were taken for them. */
    public void repeats(long ids, long bytes) {
        idsInMemory.set(ids);
        bytesOfIds.set(bytes);
    }

    /**
     * Where the engine stands.
     *
     * @param waiting records on the log of the partitions it owns
     * @param turningPartitions how many of them have not finished today's turn
     */
    public void standing(long waiting, long turningPartitions) {
        lag.set(waiting);
        turning.set(turningPartitions);
    }
}
