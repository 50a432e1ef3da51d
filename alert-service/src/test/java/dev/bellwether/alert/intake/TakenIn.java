package dev.bellwether.alert.intake;

import dev.bellwether.alert.AlertSettings;
import dev.bellwether.alert.book.Teller;
import dev.bellwether.alert.silence.Silences;
import dev.bellwether.alert.store.Transactions;
import dev.bellwether.contracts.Event;
import io.quarkus.arc.Unremovable;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.function.Function;

/** Takes events in at once, in the place of Kafka, so that a test knows when. */
@Unremovable
@ApplicationScoped
public class TakenIn {

    private final Intake intake;
    private final Function<Teller, Intake> others;

    @Inject
    TakenIn(
            Intake intake,
            Transactions transactions,
            Inbox inbox,
            Silences silences,
            AlertSettings settings,
            InstantSource clock) {
        this(intake, teller -> new Intake(transactions, inbox, silences, teller, settings, clock));
    }

    private TakenIn(Intake intake, Function<Teller, Intake> others) {
        this.intake = intake;
        this.others = others;
    }

    /** The same, told by another teller than the service's own. */
    public TakenIn toldBy(Teller teller) {
        return new TakenIn(others.apply(teller), others);
    }

    public void all(List<Event> events) {
        intake.take(events).await().atMost(Duration.ofSeconds(30));
    }
}
