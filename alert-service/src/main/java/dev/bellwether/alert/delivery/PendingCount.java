package dev.bellwether.alert.delivery;

import dev.bellwether.alert.AlertMetrics;
import dev.bellwether.alert.policy.Channel;
import io.quarkus.scheduler.Scheduled;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Map;

/** Counts the messages that wait, and says which channels are left alone, for whoever watches. */
@ApplicationScoped
class PendingCount {

    private final Queue queue;
    private final Couriers couriers;
    private final AlertMetrics metrics;
    private final InstantSource clock;

    PendingCount(Queue queue, Couriers couriers, AlertMetrics metrics, InstantSource clock) {
        this.queue = queue;
        this.couriers = couriers;
        this.metrics = metrics;
        this.clock = clock;
    }

    /** A clock that was set back keeps nothing waiting until then; nor does a channel that was switched off, for ever. */
    @Scheduled(every = "5s", concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    Uni<Void> count() {
        couriers.circuits().forEach((channel, state) -> metrics.circuit(channel, state.ordinal()));
        return queue.bringForward()
                .chain(() -> queue.giveUpAllBut(couriers.all()))
                .chain(queue::waiting)
                .invoke(this::report)
                .replaceWithVoid();
    }

    private void report(Map<Channel, Waiting> waiting) {
        Instant now = clock.instant();
        for (Channel channel : Channel.values()) {
            Waiting here = waiting.getOrDefault(channel, new Waiting(0, now));
            metrics.pending(channel, here.count(), Duration.between(here.since(), now));
        }
    }
}
