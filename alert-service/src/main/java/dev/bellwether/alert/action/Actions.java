package dev.bellwether.alert.action;

import dev.bellwether.alert.book.Desk;
import dev.bellwether.alert.book.Handled;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;

/** Does what people clicked. Doing it twice is doing it once. */
@ApplicationScoped
public class Actions {

    private final Desk desk;

    Actions(Desk desk) {
        this.desk = desk;
    }

    /**
     * Does it.
     *
     * @param by who clicked; whoever was shown the button may use it
     * @param at when
     */
    public Uni<Handled> perform(UUID alert, String by, Action action, Instant at) {
        Desk.Person person = new Desk.Person(by, false);
        return switch (action) {
            case ACKNOWLEDGE -> desk.acknowledge(alert, person);
            case SNOOZE_DAY -> desk.snooze(alert, at.plus(Duration.ofDays(1)), person);
            case SNOOZE_THREE_DAYS -> desk.snooze(alert, at.plus(Duration.ofDays(3)), person);
            case SNOOZE_WEEK -> desk.snooze(alert, at.plus(Duration.ofDays(7)), person);
            case USEFUL -> desk.judge(alert, "useful", person, at);
            case KNOWN -> desk.judge(alert, "knew-it", person, at);
            case FALSE_ALARM -> desk.judge(alert, "false-alarm", person, at);
        };
    }
}
