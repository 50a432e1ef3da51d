package dev.bellwether.renewal.intake;

import dev.bellwether.renewal.RenewalSettings;
import io.smallrye.reactive.messaging.annotations.Blocking;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.InstantSource;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.eclipse.microprofile.reactive.messaging.Incoming;

/**
 * What arrives from the sources and from the health-service. Acknowledged after the commit; may see an event twice. A
 * database or broker that is away is waited for.
 */
@ApplicationScoped
class EventsIn {

    private final Intake intake;
    private final Insistence insistence;
    private final RenewalSettings settings;
    private final InstantSource clock;

    EventsIn(Intake intake, Insistence insistence, RenewalSettings settings, InstantSource clock) {
        this.intake = intake;
        this.insistence = insistence;
        this.settings = settings;
        this.clock = clock;
    }

    @Incoming("account-events")
    @Blocking
    void accountEvents(ConsumerRecords<String, byte[]> records) throws InterruptedException {
        take(records, "account-events");
    }

    @Incoming("health-events")
    @Blocking
    void healthEvents(ConsumerRecords<String, byte[]> records) throws InterruptedException {
        take(records, "health-events");
    }

    @Incoming("feedback-events")
    @Blocking
    void feedbackEvents(ConsumerRecords<String, byte[]> records) throws InterruptedException {
        take(records, "feedback-events");
    }

    private void take(ConsumerRecords<String, byte[]> records, String topic) throws InterruptedException {
        Batch batch = Batch.read(records, clock.instant().plus(settings.futureTolerance()));
        insistence.on(() -> intake.refuse(batch.refused(), topic));
        insistence.on(() -> intake.take(batch.arrivals(), topic));
        intake.ignore(batch.ignored());
    }
}
