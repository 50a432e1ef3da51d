package dev.bellwether.alert;

import dev.bellwether.alert.book.Teller;
import dev.bellwether.alert.message.Digest;
import dev.bellwether.alert.policy.Channel;
import dev.bellwether.alert.policy.telling.Why;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.ToDoubleFunction;

/** What this service counts. Tags are closed sets; no tag names a customer. */
@ApplicationScoped
public class AlertMetrics {

    private final MeterRegistry meters;
    private final Queue<Gauge> gauges = new ConcurrentLinkedQueue<>();
    private final Map<Why, AtomicLong> held = new ConcurrentHashMap<>();
    private final Map<String, AtomicReference<Double>> precision = new ConcurrentHashMap<>();
    private final Map<Channel, AtomicLong> pending;
    private final Map<Channel, AtomicLong> oldest;
    private final Map<Channel, AtomicLong> circuits;

    AlertMetrics(MeterRegistry meters) {
        this.meters = meters;
        this.pending = gauges("bellwether.alert.deliveries.pending", "Messages that wait");
        this.oldest =
                gauges("bellwether.alert.deliveries.oldest.seconds", "How long the oldest waiting message has waited");
        this.circuits = gauges(
                "bellwether.alert.circuit",
                "The worst of the channel's places: 0 it is tried, 1 with one message, to find out, 2 it is left alone");
    }

    private Map<Channel, AtomicLong> gauges(String name, String help) {
        Map<Channel, AtomicLong> values = new EnumMap<>(Channel.class);
        for (Channel channel : Channel.values()) {
            values.put(
                    channel, gauge(name, help, "channel", channel.label(), new AtomicLong(), AtomicLong::doubleValue));
        }
        return values;
    }

    /** What the gauge shows, which goes with this service. */
    private <T> T gauge(String name, String help, String tag, String label, T value, ToDoubleFunction<T> shown) {
        gauges.add(Gauge.builder(name, value, shown)
                .description(help)
                .tag(tag, label)
                .register(meters));
        return value;
    }

    /** Counts one more. */
    private void count(String name, String help, String... tags) {
        Counter.builder(name).description(help).tags(tags).register(meters).increment();
    }

    /** The registry outlives the service where another is started in the same process, whose own would be refused. */
    @PreDestroy
    void end() {
        gauges.forEach(meters::remove);
    }

    /** An event was decided: by its type, what was done, and why. */
    public void decided(String type, String outcome, String reason) {
        count("bellwether.alert.events", "What events led to", "type", type, "outcome", outcome, "reason", reason);
    }

    /** What became of news: by kind and severity, what was done, and why. */
    public void told(List<Teller.Told> all) {
        for (Teller.Told told : all) {
            String why = told.verdict().why().label();
            count(
                    "bellwether.alert.alerts",
                    "What became of news",
                    "kind",
                    told.kind(),
                    "severity",
                    told.severity(),
                    "decision",
                    told.verdict().label(),
                    "reason",
                    why);
            if (told.escalation()) {
                count("bellwether.alert.escalations", "Alerts told to the next in line", "severity", told.severity());
            }
        }
    }

    /** A digest was made. */
    public void digest(Digest.Period period) {
        count(
                "bellwether.alert.digests",
                "Digests made",
                "period",
                period.name().toLowerCase(Locale.ROOT));
    }

    /** Somebody said what they thought of an alert; the same word again is not counted. */
    public void judged(String kind, String verdict) {
        count("bellwether.alert.verdicts", "What people said of alerts", "kind", kind, "verdict", verdict);
    }

    /** The share of alerts of that kind that were right, 0 … 1; not a number while they are too few to say. */
    public void precision(String kind, double share) {
        precision
                .computeIfAbsent(
                        kind,
                        unknown -> gauge(
                                "bellwether.alert.precision",
                                "Share of the judged alerts that were useful or known; not a number while they are too few to say",
                                "kind",
                                kind,
                                new AtomicReference<>(Double.NaN),
                                AtomicReference::get))
                .set(share);
    }

    /** So many alerts are held back now, for that reason. */
    public void held(Why why, long count) {
        held.computeIfAbsent(
                        why,
                        unknown -> gauge(
                                "bellwether.alert.held",
                                "Alerts that stand and are held back now",
                                "reason",
                                why.label(),
                                new AtomicLong(),
                                AtomicLong::doubleValue))
                .set(count);
    }

    /** A record could not be understood and went to the dead letters. */
    public void refused(String topic) {
        count("bellwether.alert.refused", "Records that went to the dead letters", "topic", topic);
    }

    /** What there was to tell of an account made no sense; it is tried again after a while, and the others go on. */
    public void untellable() {
        count("bellwether.alert.untellable", "Alerts that could not be told though nothing is down");
    }

    /** Taking in a batch failed and is tried again. */
    public void intakeFailed() {
        count("bellwether.alert.intake.failures", "Batches that had to be tried again");
    }

    /** An attempt to send ended: {@code sent}, {@code postponed}, {@code withdrawn} or {@code given-up}. */
    public void attempted(Channel channel, String outcome) {
        count("bellwether.alert.deliveries", "Attempts to send", "channel", channel.label(), "outcome", outcome);
    }

    /** A message arrived so long after it was decided. */
    public void sentAfter(Channel channel, Duration delay) {
        Timer.builder("bellwether.alert.delivery.delay")
                .description("From the decision that something is told to its delivery")
                .tag("channel", channel.label())
                .publishPercentileHistogram()
                .minimumExpectedValue(Duration.ofMillis(50))
                .maximumExpectedValue(Duration.ofMinutes(10))
                .register(meters)
                .record(delay.isNegative() ? Duration.ZERO : delay);
    }

    /** So many messages wait, the oldest of them for so long. */
    public void pending(Channel channel, long count, Duration longest) {
        set(pending, channel, count);
        set(oldest, channel, longest.isNegative() ? 0 : longest.toSeconds());
    }

    /** Whether a channel is tried: 0 it is, 1 with one message, to find out, 2 it is left alone. */
    public void circuit(Channel channel, int state) {
        set(circuits, channel, state);
    }

    private static void set(Map<Channel, AtomicLong> gauges, Channel channel, long value) {
        gauges.getOrDefault(channel, new AtomicLong()).set(value);
    }
}
