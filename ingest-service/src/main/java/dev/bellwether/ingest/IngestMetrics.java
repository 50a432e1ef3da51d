package dev.bellwether.ingest;

import dev.bellwether.ingest.csv.JobState;
import dev.bellwether.ingest.csv.row.ImportKind;
import dev.bellwether.ingest.source.Admission;
import dev.bellwether.ingest.verdict.Reason;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Supplier;
import java.util.stream.Stream;

/** What the doors count. Tags are closed sets: doors, outcomes, reasons, and configured sources; never customers. */
@Singleton
public class IngestMetrics {

    private static final Duration[] BOUNDS = Stream.of(2, 5, 10, 25, 50, 100, 250, 500, 1000, 2000, 5000)
            .map(Duration::ofMillis)
            .toArray(Duration[]::new);

    private static final List<Outcome> IMPORTED = List.of(Outcome.PUBLISHED, Outcome.REFUSED);
    private static final List<JobState> ENDED = List.of(JobState.DONE, JobState.INTERRUPTED);

    private final MeterRegistry registry;
    private final Map<Door, Timer> requests = new EnumMap<>(Door.class);
    private final Timer acknowledgement;
    private final Map<Become, Counter> events = new ConcurrentHashMap<>();
    private final Map<Turned, Counter> refused = new ConcurrentHashMap<>();
    private final AtomicLong parked = new AtomicLong();
    private final AtomicLong inFlight = new AtomicLong();
    private final Counter released;
    private final Counter unjoined;
    private final Counter unlearned;
    private final AtomicLong importing = new AtomicLong();

    IngestMetrics(MeterRegistry registry, IngestSettings settings) {
        this.registry = registry;
        settings.sources().forEach((name, source) -> source.kind().doors().forEach(door -> register(door, name)));
        for (Door door : Door.values()) {
            refused(new Turned(door, Admission.NOBODY, Reason.UNAUTHORIZED));
        }
        for (Door door : Door.values()) {
            requests.put(
                    door,
                    latency("bellwether.ingest.request")
                            .description("From a request read to its answer")
                            .tag("door", door.tag())
                            .register(registry));
        }
        for (ImportKind kind : ImportKind.values()) {
            IMPORTED.forEach(outcome -> rows(kind, outcome));
            ENDED.forEach(state -> imports(kind, state));
        }
        Gauge.builder("bellwether.ingest.imports.running", importing, AtomicLong::get)
                .description("CSV files that are being read")
                .register(registry);
        acknowledgement = latency("bellwether.ingest.produce")
                .description("From the first record of a request sent to the acknowledgement of its last")
                .register(registry);
        released = Counter.builder("bellwether.ingest.released")
                .description("Parked events that found their account")
                .register(registry);
        unlearned = Counter.builder("bellwether.ingest.unlearned")
                .description("E-mail addresses of users that could not be kept, though the calls were")
                .register(registry);
        unjoined = Counter.builder("bellwether.ingest.unjoined")
                .description("Links between ids that would have made too many ids one user")
                .register(registry);
        Gauge.builder("bellwether.ingest.parked", parked, AtomicLong::get)
                .description("Events that wait for their account to become known")
                .register(registry);
        Gauge.builder("bellwether.ingest.in.flight.bytes", inFlight, AtomicLong::get)
                .description("Bodies accepted and not yet settled, bytes")
                .register(registry);
    }

    /**
     * Counts events of one request that met the same end.
     *
     * @param source the name of a configured source
     */
    public void count(Door door, String source, Outcome outcome, int number) {
        if (number > 0) {
            events(new Become(door, source, outcome)).increment(number);
        }
    }

    /**
     * Counts one refusal: of an event, or of a whole request.
     *
     * @param source the name of a configured source, or {@link Admission#NOBODY}
     */
    public void refused(Door door, String source, Reason reason) {
        refused(new Turned(door, source, reason)).increment();
    }

    /** Counts events of one request that were refused, and why. */
    public void refused(Door door, String source, List<Refused> events) {
        count(door, source, Outcome.REFUSED, events.size());
        events.forEach(one -> refused(door, source, one.reason()));
    }

    /** The same answer, the time until it is there having been noted. */
    public <T> Uni<T> timed(Door door, Supplier<Uni<T>> answer) {
        long begin = System.nanoTime();
        return answer.get().onTermination().invoke(() -> answered(door, System.nanoTime() - begin));
    }

    /** A request has its answer, so long after it was read. */
    public void answered(Door door, long nanos) {
        Timer timer = requests.get(door);
        if (timer != null) {
            timer.record(nanos, TimeUnit.NANOSECONDS);
        }
    }

    /** Kafka has acknowledged what one request sent. */
    public void acknowledged(long nanos) {
        acknowledgement.record(nanos, TimeUnit.NANOSECONDS);
    }

    /**
     * Counts rows of a CSV file that are settled.
     *
     * @param source the name of a configured source, or the one that stands for people
     */
    public void rows(String source, ImportKind kind, long published, long refusedRows) {
        events(new Become(Door.IMPORT, source, Outcome.PUBLISHED)).increment(published);
        events(new Become(Door.IMPORT, source, Outcome.REFUSED)).increment(refusedRows);
        refused(new Turned(Door.IMPORT, source, Reason.INVALID)).increment(refusedRows);
        rows(kind, Outcome.PUBLISHED).increment(published);
        rows(kind, Outcome.REFUSED).increment(refusedRows);
    }

    /** Counts one sending of a CSV file that ended in that state. */
    public void imported(ImportKind kind, JobState state) {
        imports(kind, state).increment();
    }

    /** CSV files that are being read. */
    public AtomicLong importing() {
        return importing;
    }

    /** Counts e-mail addresses that could not be kept; the calls that told them were. */
    public void unlearned(int number) {
        unlearned.increment(number);
    }

    /** Counts links between ids that would have made too many ids one user. */
    public void unjoined(int number) {
        unjoined.increment(number);
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

    /** Counters that stand at nought from the start, so that the first event already is an increase. */
    private void register(Door door, String source) {
        for (Outcome outcome : Outcome.values()) {
            events(new Become(door, source, outcome));
        }
        for (Reason reason : Reason.values()) {
            refused(new Turned(door, source, reason));
        }
    }

    private Counter rows(ImportKind kind, Outcome outcome) {
        return Counter.builder("bellwether.ingest.import.rows")
                .description("Rows of CSV files by what became of them")
                .tag("kind", kind.tag())
                .tag("outcome", outcome.tag())
                .register(registry);
    }

    private Counter imports(ImportKind kind, JobState state) {
        return Counter.builder("bellwether.ingest.imports")
                .description("Sendings of CSV files by how they ended")
                .tag("kind", kind.tag())
                .tag("state", state.tag())
                .register(registry);
    }

    private Counter events(Become become) {
        return events.computeIfAbsent(
                become,
                of -> Counter.builder("bellwether.ingest.events")
                        .description("Events by what became of them")
                        .tag("door", of.door.tag())
                        .tag("source", of.source)
                        .tag("outcome", of.outcome.tag())
                        .register(registry));
    }

    private Counter refused(Turned turned) {
        return refused.computeIfAbsent(
                turned,
                of -> Counter.builder("bellwether.ingest.refused")
                        .description("Events and whole requests that were refused, by reason")
                        .tag("door", of.door.tag())
                        .tag("source", of.source)
                        .tag("reason", of.reason.tag())
                        .register(registry));
    }

    private static Timer.Builder latency(String name) {
        return Timer.builder(name).serviceLevelObjectives(BOUNDS);
    }

    private record Become(Door door, String source, Outcome outcome) {}

    private record Turned(Door door, String source, Reason reason) {}
}
