package dev.bellwether.health.letters;

import dev.bellwether.contracts.Problem;
import java.util.List;
import org.apache.kafka.clients.producer.ProducerRecord;

/** What can be done to replay a letter. */
sealed interface Plan {

    /** Send this. */
    record Send(ProducerRecord<String, byte[]> record) implements Plan {}

    /**
     * Nothing, whatever is repaired here.
     *
     * @param advice why, and what would help
     */
    record Hopeless(String advice) implements Plan {}

    /** Nothing as long as these are wrong. */
    record Invalid(List<Problem> problems) implements Plan {

        public Invalid {
            problems = List.copyOf(problems);
        }
    }
}
