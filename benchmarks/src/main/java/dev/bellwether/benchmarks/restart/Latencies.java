package dev.bellwether.benchmarks.restart;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** How long events took from being sent until they were seen committed. May be told of both from several threads. */
final class Latencies {

    /** An event that the log has. */
    private record Sent(long offset, long nanos) {}

    private final Map<Integer, Deque<Sent>> underWay = new HashMap<>();
    private final List<Long> nanos = new ArrayList<>();

    /** An event was sent at a time of {@link System#nanoTime} and is on the log now; offsets of a partition rise. */
    synchronized void sent(int partition, long offset, long at) {
        underWay.computeIfAbsent(partition, number -> new ArrayDeque<>()).add(new Sent(offset, at));
    }

    /** What is under way is of no interest: it waits for a service that was killed. */
    synchronized void forgetUnderWay() {
        underWay.clear();
    }

    /** The next offset of each partition has been seen committed at this time. */
    synchronized void committed(Map<Integer, Long> nextOffsets, long at) {
        nextOffsets.forEach((partition, next) -> {
            Deque<Sent> waiting = underWay.getOrDefault(partition, new ArrayDeque<>());
            while (!waiting.isEmpty() && waiting.getFirst().offset() < next) {
                nanos.add(at - waiting.removeFirst().nanos());
            }
        });
    }

    /** Those of all events seen committed, in nanoseconds. */
    synchronized List<Long> nanos() {
        return List.copyOf(nanos);
    }
}
