package dev.bellwether.alert;

import dev.bellwether.alert.policy.Channel;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.EnumMap;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;

/** What this service counts. Tags are closed sets; no tag names a customer. */
@ApplicationScoped
public class AlertMetrics {

    private final MeterRegistry meters;
    private final Map<Channel, AtomicLong> pending = new EnumMap<>(Channel.class);

    AlertMetrics(MeterRegistry meters) {
        this.meters = meters;
        for (Channel channel : Channel.values()) {
            AtomicLong count = new AtomicLong();
            pending.put(channel, count);
            meters.gauge(
                    "bellwether.alert.deliveries.pending",
                    io.micrometer.core.instrument.Tags.of("channel", channel.label()),
                    count);
        }
    }

    /** An event was decided: by its type, what was done, and why. */
    public void decided(String type, String outcome, String reason) {
        meters.counter("bellwether.alert.events", "type", type, "outcome", outcome, "reason", reason)
                .increment();
    }

    /** A record could not be understood and went to the dead letters. */
    public void refused(String topic) {
        meters.counter("bellwether.alert.refused", "topic", topic).increment();
    }

    /** Taking in a batch failed and is tried again. */
    public void intakeFailed() {
        meters.counter("bellwether.alert.intake.failures").increment();
    }

    /** An attempt to send ended: {@code sent}, {@code postponed} or {@code given-up}. */
    public void attempted(Channel channel, String outcome) {
        meters.counter("bellwether.alert.deliveries", "channel", channel.label(), "outcome", outcome)
                .increment();
    }

    /** A message arrived so long after it was decided. */
    public void sentAfter(Channel channel, Duration delay) {
        Timer.builder("bellwether.alert.delivery.delay")
                .tag("channel", channel.label())
                .publishPercentileHistogram()
                .minimumExpectedValue(Duration.ofMillis(50))
                .maximumExpectedValue(Duration.ofMinutes(10))
                .register(meters)
                .record(delay.isNegative() ? Duration.ZERO : delay);
    }

    /** So many messages wait. */
    public void pending(Channel channel, long count) {
        pending.getOrDefault(channel, new AtomicLong()).set(count);
    }
}
