package dev.bellwether.ingest.segment;

import dev.bellwether.contracts.Problem;
import dev.bellwether.ingest.verdict.Reason;
import java.util.List;

/** What became of a request at the door. */
sealed interface Taken {

    record In(Sorted sorted) implements Taken {}

    /**
     * @param source the name of the source as far as it is known, for metrics
     */
    record Out(String source, Reason reason, List<Problem> problems) implements Taken {

        public Out {
            problems = List.copyOf(problems);
        }
    }
}
