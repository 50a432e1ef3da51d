package dev.bellwether.health;

import dev.bellwether.contracts.EventType;
import dev.bellwether.contracts.FlagKind;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.DistributionSummary;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import java.util.concurrent.atomic.AtomicInteger;

/** Everything the health-service counts; tags are closed sets, never customers. */
@ApplicationScoped
public class HealthMetrics {

    private final MeterRegistry registry;
    private final DistributionSummary batch;
    private final Timer delay;
    private final Counter fenceLosses;
    private final Counter sweptAccounts;
    private final AtomicInteger accountsInMemory;

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
        sweptAccounts = registry.counter("bellwether.health.swept.accounts");
        accountsInMemory = registry.gauge("bellwether.health.accounts.in.memory", new AtomicInteger());
    }

    /**
     * @param type the fact's type, or {@code unreadable}
     * @param outcome counted, repeated, too_old, ignored, unreadable or future
     */
    public void received(String type, String outcome, long count) {
        registry.counter("bellwether.health.events", "type", type, "outcome", outcome)
                .increment(count);
    }

    /** The tag of a type: the part of its name that tells it from the others. */
    public static String tag(EventType type) {
        return type.typeName().substring("bellwether.".length());
    }

    public void flag(FlagKind kind, String change) {
        registry.counter("bellwether.health.flags", "kind", kind.name().toLowerCase(Locale.ROOT), "change", change)
                .increment();
    }

    public void committed(int records, Instant oldestArrival, Instant now) {
        batch.record(records);
        delay.record(Duration.between(oldestArrival, now));
    }

    /** @param step decode, fold, assess or commit */
    public Timer step(String step) {
        return registry.timer("bellwether.health.step", "step", step);
    }

    public void fenceLost() {
        fenceLosses.increment();
    }

    public void swept(int accounts) {
        sweptAccounts.increment(accounts);
    }

    public void accountsInMemory(int accounts) {
        accountsInMemory.set(accounts);
    }
}
