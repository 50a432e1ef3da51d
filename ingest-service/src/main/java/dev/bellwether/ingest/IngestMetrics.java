package dev.bellwether.ingest;

import dev.bellwether.ingest.csv.JobState;
import dev.bellwether.ingest.csv.row.ImportKind;
import dev.bellwether.ingest.verdict.Reason;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import jakarta.inject.Singleton;
import java.util.EnumMap;
import java.util.List;
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
    private final Map<ImportKind, Map<Outcome, Counter>> rows = new EnumMap<>(ImportKind.class);
    private final Map<ImportKind, Map<JobState, Counter>> imports = new EnumMap<>(ImportKind.class);
    private final AtomicLong importing = new AtomicLong();

    IngestMetrics(MeterRegistry registry) {
        for (Door door : Door.values()) {
            events.put(door, counters(registry, door));
            refused.put(door, refusals(registry, door));
        }
        for (ImportKind kind : ImportKind.values()) {
            rows.put(kind, rows(registry, kind));
            imports.put(kind, endings(registry, kind));
        }
        Gauge.builder("bellwether.ingest.imports.running", importing, AtomicLong::get)
                .description("CSV files that are being read")
                .register(registry);
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

    /** Counts rows of a CSV file that are settled. */
    public void rows(ImportKind kind, long published, long refusedRows) {
        count(Door.CSV, Outcome.PUBLISHED, (int) published);
        count(Door.CSV, Outcome.REFUSED, (int) refusedRows);
        of(refused, Door.CSV, Reason.INVALID).increment(refusedRows);
        of(rows, kind, Outcome.PUBLISHED).increment(published);
        of(rows, kind, Outcome.REFUSED).increment(refusedRows);
    }

    /** Counts one sending of a CSV file that ended in that state. */
    public void imported(ImportKind kind, JobState state) {
        of(imports, kind, state).increment();
    }

    /** CSV files that are being read. */
    public AtomicLong importing() {
        return importing;
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

    private static Map<Outcome, Counter> rows(MeterRegistry registry, ImportKind kind) {
        Map<Outcome, Counter> counters = new EnumMap<>(Outcome.class);
        for (Outcome outcome : List.of(Outcome.PUBLISHED, Outcome.REFUSED)) {
            counters.put(
                    outcome,
                    Counter.builder("bellwether.ingest.import.rows")
                            .description("Rows of CSV files by what became of them")
                            .tag("kind", kind.tag())
                            .tag("outcome", outcome.tag())
                            .register(registry));
        }
        return counters;
    }

    private static Map<JobState, Counter> endings(MeterRegistry registry, ImportKind kind) {
        Map<JobState, Counter> counters = new EnumMap<>(JobState.class);
        for (JobState state : List.of(JobState.DONE, JobState.INTERRUPTED)) {
            counters.put(
                    state,
                    Counter.builder("bellwether.ingest.imports")
                            .description("Sendings of CSV files by how they ended")
                            .tag("kind", kind.tag())
                            .tag("state", state.tag())
                            .register(registry));
        }
        return counters;
    }

    private static <T, K> Counter of(Map<T, Map<K, Counter>> counters, T what, K key) {
        Counter counter = counters.getOrDefault(what, Map.of()).get(key);
        if (counter == null) {
            throw new IllegalStateException("no counter for " + what + " and " + key);
        }
        return counter;
    }
}
