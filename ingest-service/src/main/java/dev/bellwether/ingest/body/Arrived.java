package dev.bellwether.ingest.body;

import dev.bellwether.contracts.Problem;
import dev.bellwether.ingest.publish.InFlight;
import dev.bellwether.ingest.verdict.Reason;
import java.util.List;

/** What became of a body once all of it has come. */
public sealed interface Arrived {

    /**
     * @param bytes as they came over the wire
     * @param pass counts them; whoever gets it leaves it once they are settled
     */
    @SuppressWarnings("ArrayRecordComponent") // read once, in slices
    record Whole(byte[] bytes, InFlight.Pass pass) implements Arrived {}

    /** It was not held. */
    record Refused(Reason reason, List<Problem> problems) implements Arrived {

        public Refused {
            problems = List.copyOf(problems);
        }
    }
}
