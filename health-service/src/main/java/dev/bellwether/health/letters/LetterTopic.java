package dev.bellwether.health.letters;

import dev.bellwether.contracts.Topic;
import dev.bellwether.health.api.Refusal;
import dev.bellwether.health.engine.Consumers;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.concurrent.Semaphore;
import java.util.function.Function;
import org.apache.kafka.common.KafkaException;

/** The topic of dead letters, read by consumers that live as long as one question. Waits: not for event loops. */
@ApplicationScoped
class LetterTopic {

    private final Consumers consumers;
    private final LetterSettings settings;
    private final Semaphore readers;

    LetterTopic(Consumers consumers, LetterSettings settings) {
        this.consumers = consumers;
        this.settings = settings;
        this.readers = new Semaphore(settings.readersAtMost());
    }

    /**
     * @throws Refusal when Kafka does not answer, or too many read already
     */
    <T> T reading(Function<LetterReader, T> question) {
        if (!readers.tryAcquire()) {
            throw Refusal.unavailable("others are reading the dead letters at this moment; try again");
        }
        try (LetterReader reader =
                new LetterReader(consumers.reader(), Topic.DEAD_LETTERS.topicName(), settings.patience())) {
            return question.apply(reader);
        } catch (KafkaException e) {
            throw Refusal.unavailable("Kafka does not give the dead letters: " + e.getMessage());
        } finally {
            readers.release();
        }
    }
}
