package dev.bellwether.health.letters;

import dev.bellwether.health.HealthMetrics;
import dev.bellwether.messaging.Producers;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.KafkaException;

/** Sends letters again and notes it, in this order: figures count a repeat once, but a letter only noted would be lost. */
@ApplicationScoped
class Post {

    private final Producers producers;
    private final Replays replays;
    private final LetterSettings settings;
    private final HealthMetrics metrics;
    private final InstantSource clock;

    Post(Producers producers, Replays replays, LetterSettings settings, HealthMetrics metrics, InstantSource clock) {
        this.producers = producers;
        this.replays = replays;
        this.settings = settings;
        this.metrics = metrics;
        this.clock = clock;
    }

    /** Begins a round for a person. Waits: not for event loops. */
    Round round(String by) {
        return new Round(by, clock.instant());
    }

    /** Some letters on their way. */
    final class Round {

        private final String by;
        private final Instant begunAt;
        private final Map<Replays.Subject, Future<RecordMetadata>> sending = new LinkedHashMap<>();

        private Round(String by, Instant begunAt) {
            this.by = by;
            this.begunAt = begunAt;
        }

        Instant begunAt() {
            return begunAt;
        }

        void send(Letter letter, ProducerRecord<String, byte[]> record) {
            sending.put(
                    Replays.Subject.of(letter.id().text(), letter.origin()),
                    producers.producer().send(record));
        }

        /**
         * Returns where they lie, when all in-sync replicas have them and it is noted.
         *
         * @throws KafkaException when some were not acknowledged; the others are noted
         */
        Map<Replays.Subject, Replayed> settle() {
            Map<Replays.Subject, Replayed> sent = new LinkedHashMap<>();
            KafkaException failure = null;
            for (Map.Entry<Replays.Subject, Future<RecordMetadata>> one : sending.entrySet()) {
                try {
                    Origin.OnTopic place = place(one.getValue());
                    sent.put(one.getKey(), new Replayed(one.getKey().letter(), place, begunAt, by));
                } catch (KafkaException e) {
                    failure = e;
                }
            }
            if (!sent.isEmpty()) {
                replays.note(sent).await().atMost(settings.patience());
                metrics.lettersReplayed(sent.size());
            }
            if (failure != null) {
                throw failure;
            }
            return sent;
        }
    }

    private Origin.OnTopic place(Future<RecordMetadata> sending) {
        try {
            RecordMetadata place = sending.get(settings.patience().toMillis(), TimeUnit.MILLISECONDS);
            return new Origin.OnTopic(place.topic(), place.partition(), place.offset());
        } catch (ExecutionException e) {
            throw new KafkaException("a letter was not acknowledged", e.getCause());
        } catch (TimeoutException e) {
            throw new KafkaException("a letter was not acknowledged in time", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new KafkaException("interrupted while a letter was sent", e);
        }
    }
}
