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
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Supplier;

/** Everything the health-service counts; tags are closed sets, never customers. */
@ApplicationScoped
public class HealthMetrics {

    private final MeterRegistry registry;
    private final DistributionSummary batch;
    private final Timer delay;
    private final Counter fenceLosses;
    private final Counter sweptAccounts;
    private final Counter scoreChanges;
    private final AtomicInteger accountsInMemory;
    private final Map<String, AtomicLong> feedGauges = new ConcurrentHashMap<>();

    HealthMetrics(MeterRegistry registry) {
        this.registry = registry;
        batch = DistributionSummary.builder("bellwether.health.batch")
                .baseUnit("records")
                .register(registry);
        delay = Timer.builder("bellwether.health.delay")
                .description("from the arrival of a record on Kafka to its commit")
                .publishPercentileHistogram()
                .minimumExpectedValue(Duration.ofMillis(1))
                .maximumExpectedValue(Duration.ofMinutes(10))
                .register(registry);
        fenceLosses = registry.counter("bellwether.health.fence.losses");
        scoreChanges = registry.counter("bellwether.health.score.changes");
        sweptAccounts = registry.counter("bellwether.health.swept.accounts");
        accountsInMemory = registry.gauge("bellwether.health.accounts.in.memory", new AtomicInteger());
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

    public void committed(int records, Instant oldestArrival, Instant now) {
        batch.record(records);
        delay.record(Duration.between(oldestArrival, now));
    }

    /**
     * Does a step of a batch's way and times it.
     *
     * @param step decode, fetch, fold, assess or commit
     */
    public <T> T timed(String step, Supplier<T> work) {
        return step(step).record(work);
    }

    /** The same for work without a result. */
    public void timed(String step, Runnable work) {
        step(step).record(work);
    }

    private Timer step(String step) {
        return registry.timer("bellwether.health.step", "step", step);
    }

    public void fenceLost() {
        fenceLosses.increment();
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

    public void accountsInMemory(int accounts) {
        accountsInMemory.set(accounts);
    }
}
