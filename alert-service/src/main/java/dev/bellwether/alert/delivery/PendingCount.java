package dev.bellwether.alert.delivery;

import dev.bellwether.alert.AlertMetrics;
import dev.bellwether.alert.policy.Channel;
import io.quarkus.scheduler.Scheduled;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;

/** Counts the messages that wait, for whoever watches. */
@ApplicationScoped
class PendingCount {

    private final Queue queue;
    private final AlertMetrics metrics;

    PendingCount(Queue queue, AlertMetrics metrics) {
        this.queue = queue;
        this.metrics = metrics;
    }

    @Scheduled(every = "5s", concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    Uni<Void> count() {
        return queue.waiting()
                .invoke(waiting -> {
                    for (Channel channel : Channel.values()) {
                        metrics.pending(channel, waiting.getOrDefault(channel, 0L));
                    }
                })
                .replaceWithVoid();
    }
}
