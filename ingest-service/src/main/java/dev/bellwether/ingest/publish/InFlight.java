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

    /** Lets a body of this size in; null when there is no room. */
    public @Nullable Pass enter(int size) {
        return all.take(size) ? new Pass(all, size) : null;
    }

    /** For a body that is not read yet; of no size to begin with. All of these together may take half of the room. */
    public Pass begin() {
        return new Pass(coming, 0);
    }

    /** Room that is taken until it is left. */
    public static final class Pass implements Room {

        private static final int LEFT = -1;

        private final Space space;
        private final AtomicInteger held;

        private Pass(Space space, int size) {
            this.space = space;
            this.held = new AtomicInteger(size);
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
