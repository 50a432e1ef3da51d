package dev.bellwether.local.door;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicLong;

/**
 * Sends letters in their order, a few batches at a time; a call returns when all of its letters are dealt with, so that
 * what is sent by one call is on the log before anything of the next.
 */
public final class Delivery implements AutoCloseable {

    private static final int IN_FLIGHT = 4;

    private final IngestDoor door;
    private final Progress progress;
    private final ExecutorService senders =
            Executors.newFixedThreadPool(IN_FLIGHT, Thread.ofVirtual().factory());
    private final AtomicLong dealtWith = new AtomicLong();

    /** Is told how many letters have been dealt with so far. */
    @FunctionalInterface
    public interface Progress {
        void reached(long letters);
    }

    public Delivery(IngestDoor door, Progress progress) {
        this.door = door;
        this.progress = progress;
    }

    /**
     * Sends all of them.
     *
     * @throws IOException when ingest cannot be reached or does not know the key
     */
    public Receipt send(Collection<Letter> letters) throws IOException, InterruptedException {
        List<Future<Receipt>> sent = new ArrayList<>();
        for (Batch batch : Batch.of(letters)) {
            sent.add(senders.submit(one(batch)));
        }
        Receipt all = Receipt.NONE;
        for (Future<Receipt> receipt : sent) {
            try {
                all = all.and(receipt.get());
            } catch (ExecutionException e) {
                sent.forEach(rest -> rest.cancel(true));
                throw new IOException(
                        e.getCause() == null ? "not sent" : e.getCause().getMessage(), e);
            }
        }
        return all;
    }

    @Override
    public void close() {
        senders.shutdownNow();
    }

    private Callable<Receipt> one(Batch batch) {
        return () -> {
            Receipt receipt = door.send(batch);
            progress.reached(dealtWith.addAndGet(batch.letters().size()));
            return receipt;
        };
    }
}
