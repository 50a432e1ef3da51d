package dev.bellwether.ingest.cloudevents;

import dev.bellwether.contracts.Problem;
import dev.bellwether.ingest.Refused;
import java.util.ArrayList;
import java.util.List;
import org.apache.kafka.clients.producer.ProducerRecord;

/** The events of one request after judgement. */
record Judged(
        List<ProducerRecord<String, byte[]>> accepted, List<Refused> refused, List<EventsAnswer.Rejected> rejected) {

    Judged {
        accepted = List.copyOf(accepted);
        refused = List.copyOf(refused);
        rejected = List.copyOf(rejected);
    }

    boolean isHopeless() {
        return accepted.isEmpty() && !rejected.isEmpty();
    }

    EventsAnswer answer() {
        return new EventsAnswer(accepted.size(), rejected);
    }

    List<Problem> problems() {
        List<Problem> problems = new ArrayList<>();
        rejected.forEach(one -> problems.addAll(one.errors()));
        return problems;
    }
}
