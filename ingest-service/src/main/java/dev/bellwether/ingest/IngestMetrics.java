package dev.bellwether.ingest;

import dev.bellwether.ingest.verdict.Reason;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import jakarta.inject.Singleton;
import java.util.EnumMap;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;

/** What the doors count. Tags are closed sets; no customer appears in them. */
@Singleton
public class IngestMetrics {

    private final Map<Door, Map<Outcome, Counter>> events = new EnumMap<>(Door.class);
    private final Map<Door, Map<Reason, Counter>> refused = new EnumMap<>(Door.class);
    private final AtomicLong parked = new AtomicLong();
    private final AtomicLong inFlight = new AtomicLong();
    private final Counter released;

    IngestMetrics(MeterRegistry registry) {
        for (Door door : Door.values()) {
            events.put(door, counters(registry, door));
            refused.put(door, refusals(registry, door));
        }
        released = Counter.builder("bellwether.ingest.released")
                .description("Parked events that found their account")
                .register(registry);
        Gauge.builder("bellwether.ingest.parked", parked, AtomicLong::get)
                .description("Events that wait for their account to become known")
                .register(registry);
        Gauge.builder("bellwether.ingest.in.flight.bytes", inFlight, AtomicLong::get)
                .description("Bodies accepted and not yet settled, bytes")
                .register(registry);
    }

    /** Counts events of one request that met the same end. */
    public void count(Door door, Outcome outcome, int number) {
        of(events, door, outcome).increment(number);
    }

    /** Counts one refusal: of an event, or of a whole request. */
    public void refused(Door door, Reason reason) {
        of(refused, door, reason).increment();
    }

    public void released(int number) {
        released.increment(number);
    }

    /** Events that wait for their account, as last counted. */
    public AtomicLong parked() {
        return parked;
    }

    /** Bytes under way. */
    public AtomicLong inFlight() {
        return inFlight;
    }

    private static Map<Outcome, Counter> counters(MeterRegistry registry, Door door) {
        Map<Outcome, Counter> counters = new EnumMap<>(Outcome.class);
        for (Outcome outcome : Outcome.values()) {
            counters.put(
                    outcome,
                    Counter.builder("bellwether.ingest.events")
                            .description("Events by what became of them")
                            .tag("door", door.tag())
                            .tag("outcome", outcome.tag())
                            .register(registry));
        }
        return counters;
    }

    private static Map<Reason, Counter> refusals(MeterRegistry registry, Door door) {
        Map<Reason, Counter> counters = new EnumMap<>(Reason.class);
        for (Reason reason : Reason.values()) {
            counters.put(
                    reason,
                    Counter.builder("bellwether.ingest.refused")
                            .description("Events and whole requests that were refused, by reason")
                            .tag("door", door.tag())
                            .tag("reason", reason.tag())
                            .register(registry));
        }
        return counters;
    }

    private static <K> Counter of(Map<Door, Map<K, Counter>> counters, Door door, K key) {
        Counter counter = counters.getOrDefault(door, Map.of()).get(key);
        if (counter == null) {
            throw new IllegalStateException("no counter for " + door + " and " + key);
        }
        return counter;
    }
}
