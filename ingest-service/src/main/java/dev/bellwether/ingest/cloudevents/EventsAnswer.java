package dev.bellwether.ingest.cloudevents;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.bellwether.contracts.Problem;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What became of the events of a request.
 *
 * @param accepted how many are on the log
 */
record EventsAnswer(int accepted, List<Rejected> rejected) {

    EventsAnswer {
        rejected = List.copyOf(rejected);
    }

    /**
     * @param index place in the request, from 0
     * @param id as far as the event has one
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Rejected(int index, @Nullable String id, List<Problem> errors) {

        Rejected {
            errors = List.copyOf(errors);
        }
    }
}
