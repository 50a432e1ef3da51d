package dev.bellwether.ingest.fuzz;

import static org.assertj.core.api.Assertions.assertThat;

import dev.bellwether.contracts.Topic;
import dev.bellwether.ingest.testing.Address;
import dev.bellwether.ingest.testing.Log;
import dev.bellwether.messaging.testing.TestTopic;
import io.quarkus.test.junit.QuarkusTest;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** As many requests as {@code -Dbellwether.fuzz.requests} says, 100,000 unless it does. */
@QuarkusTest
class FuzzTest {

    private static final int REQUESTS = Integer.getInteger("bellwether.fuzz.requests", 100_000);
    private static final int CONNECTIONS = 8;
    private static final int UNDER_WAY = 25;
    private static final long FLAT = 48L << 20;

    @Test
    void nothing_that_comes_in_breaks_a_door_or_costs_a_good_event() throws Exception {
        // Given
        Outcome warm = barrage(1, REQUESTS / 5);
        long before = heap();

        // When
        Outcome shot = barrage(100, REQUESTS - REQUESTS / 5);

        // Then
        assertThat(heap() - before).as("bytes that the heap grew by").isLessThan(FLAT);
        assertThat(shot.statuses)
                .as("statuses by number")
                .allSatisfy((status, count) -> assertThat(status).isBetween(200, 499));
        assertThat(shot.missed).as("good events that were not accepted").isEmpty();
        Set<Shot.Good> good = new HashSet<>(warm.good);
        good.addAll(shot.good);
        assertThat(onKafka(good))
                .as("times on Kafka")
                .hasSize(good.size())
                .allSatisfy((event, times) -> assertThat(times).isEqualTo(1));
    }

    private static Outcome barrage(long seed, int requests) throws InterruptedException, ExecutionException {
        List<Future<Outcome>> connections = new ArrayList<>();
        try (ExecutorService threads = Executors.newFixedThreadPool(CONNECTIONS)) {
            for (int i = 0; i < CONNECTIONS; i++) {
                Barrage barrage = new Barrage(seed + i);
                connections.add(threads.submit(() -> shoot(barrage, requests / CONNECTIONS)));
            }
        }
        Outcome all = new Outcome();
        for (Future<Outcome> connection : connections) {
            all.add(connection.get());
        }
        return all;
    }

    private static Outcome shoot(Barrage barrage, int requests) throws IOException {
        Outcome outcome = new Outcome();
        try (Connection connection = new Connection(Address.of("/"))) {
            for (int sent = 0; sent < requests; sent += UNDER_WAY) {
                List<Shot> shots = new ArrayList<>();
                for (int i = 0; i < UNDER_WAY; i++) {
                    shots.add(barrage.next());
                }
                shoot(connection, shots.stream().filter(shot -> !shot.last()).toList(), outcome);
                for (Shot shot : shots.stream().filter(Shot::last).toList()) {
                    try (Connection own = new Connection(Address.of("/"))) {
                        shoot(own, List.of(shot), outcome);
                    }
                }
            }
        }
        return outcome;
    }

    private static void shoot(Connection connection, List<Shot> shots, Outcome outcome) throws IOException {
        connection.send(shots);
        for (Shot shot : shots) {
            outcome.note(shot, connection.status());
        }
    }

    private static Map<Shot.Good, Integer> onKafka(Set<Shot.Good> good) {
        Map<Shot.Good, Integer> times = new HashMap<>();
        for (Topic topic : Topic.INBOUND) {
            Set<Shot.Good> awaited =
                    good.stream().filter(event -> event.topic() == topic).collect(Collectors.toSet());
            TestTopic.records(
                    topic,
                    record -> {
                        Shot.Good event = new Shot.Good(topic, Log.header(record, "ce_id"));
                        if (good.contains(event)) {
                            times.merge(event, 1, Integer::sum);
                            awaited.remove(event);
                        }
                        return awaited.isEmpty();
                    },
                    Duration.ofSeconds(30));
        }
        return times;
    }

    private static long heap() {
        System.gc();
        return ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getUsed();
    }

    /** What became of the shots of a connection. */
    private static final class Outcome {
        private final Map<Integer, Integer> statuses = new TreeMap<>();
        private final Set<Shot.Good> good = new HashSet<>();
        private final List<String> missed = new ArrayList<>();

        void note(Shot shot, int status) {
            statuses.merge(status, 1, Integer::sum);
            if (shot.good() == null) {
                return;
            }
            if (status < 300) {
                good.add(shot.good());
            } else {
                missed.add(shot.good() + " got " + status);
            }
        }

        void add(Outcome other) {
            other.statuses.forEach((status, count) -> statuses.merge(status, count, Integer::sum));
            good.addAll(other.good);
            missed.addAll(other.missed);
        }
    }
}
