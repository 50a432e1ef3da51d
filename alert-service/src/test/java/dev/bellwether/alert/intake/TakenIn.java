package dev.bellwether.alert.intake;

import dev.bellwether.contracts.Event;
import io.quarkus.arc.Unremovable;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.List;

/** Takes events in at once, in the place of Kafka, so that a test knows when. */
@Unremovable
@ApplicationScoped
public class TakenIn {

    private final Intake intake;

    TakenIn(Intake intake) {
        this.intake = intake;
    }

    public void all(List<Event> events) {
        intake.take(events).await().atMost(Duration.ofSeconds(30));
    }
}
