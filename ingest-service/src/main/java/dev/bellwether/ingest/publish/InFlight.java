package dev.bellwether.ingest.publish;

import dev.bellwether.ingest.IngestMetrics;
import dev.bellwether.ingest.IngestSettings;
import jakarta.inject.Singleton;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;

/** Bounds the bytes that are accepted and not yet settled, so that a slow broker costs 503s and not the process. */
@Singleton
public class InFlight {

    private final AtomicLong bytes;
    private final long limit;

    InFlight(IngestMetrics metrics, IngestSettings settings) {
        this.bytes = metrics.inFlight();
        this.limit = settings.limits().inFlightBytes();
    }

    /** Lets a body of this size in; null when there is no room. */
    public @Nullable Pass enter(int size) {
        if (bytes.addAndGet(size) <= limit) {
            return new Pass(bytes, size);
        }
        bytes.addAndGet(-size);
        return null;
    }

    /** Room that is taken until it is left. */
    public static final class Pass {
        private final AtomicLong bytes;
        private final int size;
        private final AtomicBoolean left = new AtomicBoolean();

        private Pass(AtomicLong bytes, int size) {
            this.bytes = bytes;
            this.size = size;
        }

        /** Gives the room back; a second time does nothing. */
        public void leave() {
            if (left.compareAndSet(false, true)) {
                bytes.addAndGet(-size);
            }
        }
    }
}
