package dev.bellwether.benchmarks.ingest;

import dev.bellwether.benchmarks.NotMeasured;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * Sends requests over kept-alive connections, on each the next one when the last is answered; spends next to nothing of
 * its own on them.
 */
record Load(String host, int port, int connections) {

    /**
     * Returns when all are answered.
     *
     * @param requests sent in turn, again from the first after the last
     * @param events how many of them together hold
     * @param accepted which answers are right; after another the measure is none
     * @return events a second
     */
    double send(Requests requests, int events, Answers accepted) throws NotMeasured, InterruptedException {
        int all = events / requests.events();
        AtomicInteger next = new AtomicInteger();
        long begin = System.nanoTime();
        List<Future<Integer>> senders = new ArrayList<>();
        try (ExecutorService threads = Executors.newFixedThreadPool(connections)) {
            for (int i = 0; i < connections; i++) {
                senders.add(threads.submit(() -> run(requests, all, next, accepted)));
            }
        }
        double seconds = (System.nanoTime() - begin) / 1e9;
        for (Future<Integer> sender : senders) {
            try {
                sender.get();
            } catch (ExecutionException e) {
                throw new NotMeasured("the door did not take the requests", e.getCause() == null ? e : e.getCause());
            }
        }
        return (double) all * requests.events() / seconds;
    }

    private int run(Requests requests, int all, AtomicInteger next, Answers accepted) throws IOException {
        int sent = 0;
        try (Connection connection = new Connection(host, port)) {
            for (int number = next.getAndIncrement(); number < all; number = next.getAndIncrement()) {
                int status = connection.send(
                        requests.wire().get(number % requests.wire().size()));
                if (!accepted.has(status)) {
                    throw new IOException("answered " + status);
                }
                sent++;
            }
        }
        return sent;
    }

    /** Which answers are right. */
    interface Answers {
        boolean has(int status);
    }
}
