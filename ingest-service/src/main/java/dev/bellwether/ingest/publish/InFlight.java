package dev.bellwether.ingest.publish;

import dev.bellwether.contracts.Problem;
import dev.bellwether.ingest.IngestMetrics;
import dev.bellwether.ingest.IngestSettings;
import dev.bellwether.ingest.body.Room;
import jakarta.inject.Singleton;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;

/**
 * Bounds the bytes that are in memory and not yet settled, also those of bodies that are still coming and of what bodies
 * hold once they are unpacked, so that a slow broker and slow senders cost 503s and not the process.
 */
@Singleton
public class InFlight {

    /** What is said when there is no room. */
    public static final Problem NO_ROOM = new Problem("", "too much is under way; try again soon");

    private final Space all;
    private final Space coming;

    InFlight(IngestMetrics metrics, IngestSettings settings) {
        long limit = settings.limits().inFlightBytes();
        all = new Space(metrics.inFlight(), limit, null);
        // who sends and sends and never ends must not keep those out whose small bodies come at once
        coming = new Space(new AtomicLong(), limit / 2, all);
    }

    /** For a body that is still coming; of no size to begin with. All of these together may take half of the room. */
    public Pass begin() {
        return new Pass();
    }

    /** Room that is taken until it is left. */
    public final class Pass implements Room {

        private static final int LEFT = -1;

        private final AtomicInteger held = new AtomicInteger();
        private volatile Space space = coming;

        private Pass() {}

        /**
         * The body is there, and takes so many bytes, whatever was taken before; it counts no longer among those that are
         * still coming. False when there is no room for it, which leaves.
         */
        public boolean arrive(int size) {
            int before = held.get();
            if (before == LEFT) {
                return false;
            }
            coming.bytes.addAndGet(-before);
            space = all;
            if (size <= before) {
                shrink(before - size);
                return true;
            }
            if (grow(size - before)) {
                return true;
            }
            leave();
            return false;
        }

        @Override
        public boolean grow(int more) {
            if (!space.take(more)) {
                return false;
            }
            if (held.getAndUpdate(now -> now == LEFT ? LEFT : now + more) == LEFT) {
                space.give(more);
                return false;
            }
            return true;
        }

        @Override
        public void shrink(int less) {
            if (held.getAndUpdate(now -> now == LEFT ? LEFT : now - less) != LEFT) {
                space.give(less);
            }
        }

        /** Gives the room back; a second time does nothing. */
        public void leave() {
            int size = held.getAndSet(LEFT);
            if (size != LEFT) {
                space.give(size);
            }
        }
    }

    /**
     * @param whole of which this is a part
     */
    private record Space(
            AtomicLong bytes, long limit, @Nullable Space whole) {

        boolean take(int more) {
            boolean fits = bytes.addAndGet(more) <= limit;
            if (fits && (whole == null || whole.take(more))) {
                return true;
            }
            bytes.addAndGet(-more);
            return false;
        }

        void give(int less) {
            bytes.addAndGet(-less);
            if (whole != null) {
                whole.give(less);
            }
        }
    }
}
