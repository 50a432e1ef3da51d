package dev.bellwether.ingest.source;

import dev.bellwether.contracts.Problem;
import dev.bellwether.ingest.verdict.Reason;
import java.util.List;

/** Whether a request may come in. */
public sealed interface Admission {

    record Admitted(Source source) implements Admission {}

    /**
     * @param source the name of the source for metrics; {@link #NOBODY} when it did not prove itself
     */
    record Refused(String source, Reason reason, List<Problem> problems) implements Admission {

        public Refused {
            problems = List.copyOf(problems);
        }
    }

    /** Stands in metrics for whoever proved to be no source. */
    String NOBODY = "unknown";
}
