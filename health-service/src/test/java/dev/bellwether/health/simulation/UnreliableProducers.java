package dev.bellwether.health.simulation;

import dev.bellwether.contracts.Topic;
import dev.bellwether.messaging.ProducerSettings;
import dev.bellwether.messaging.Producers;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.inject.Alternative;
import jakarta.inject.Singleton;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentSkipListSet;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** At every third page of announcements, a dozen times, the relay dies around the publishing or half-way through it. */
@Alternative
@Singleton
public class UnreliableProducers extends Producers {

    private static final int PAGES_A_FAILURE = 3;
    private static final int MOST_FAILURES = 12;
    private static final Set<String> FAILURES = new ConcurrentSkipListSet<>();

    private int pages;
    private int failures;

    UnreliableProducers(ProducerSettings settings, @ConfigProperty(name = "kafka.bootstrap.servers") String brokers) {
        super(settings, brokers);
    }

    /** In which ways it has failed so far. */
    static Set<String> failures() {
        return Set.copyOf(FAILURES);
    }

    @Override
    public synchronized Uni<Void> sendAll(Collection<ProducerRecord<String, byte[]>> records) {
        if (!records.stream().allMatch(record -> record.topic().equals(Topic.HEALTH_EVENTS.topicName()))) {
            return super.sendAll(records);
        }
        pages++;
        boolean fails = pages % PAGES_A_FAILURE == 0 && failures < MOST_FAILURES;
        // each way in turn
        return switch (fails ? failures++ % 3 : -1) {
            case 0 -> killed("before publishing");
            case 1 -> super.sendAll(half(records)).chain(() -> killed("half-way through a page"));
            case 2 -> super.sendAll(records).chain(() -> killed("after publishing"));
            default -> super.sendAll(records);
        };
    }

    private static List<ProducerRecord<String, byte[]>> half(Collection<ProducerRecord<String, byte[]>> page) {
        return page.stream().limit(Math.ceilDiv(page.size(), 2)).toList();
    }

    private static Uni<Void> killed(String when) {
        FAILURES.add(when);
        return Uni.createFrom().failure(new IllegalStateException("killed by the test " + when));
    }
}
