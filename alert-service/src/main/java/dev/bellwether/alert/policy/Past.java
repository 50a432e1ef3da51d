package dev.bellwether.alert.policy;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/**
 * All that is known of a matter before an event.
 *
 * @param alerts every live episode, the newest one, and the event's own when known; in any order
 * @param heard by thread; a thread of which nothing was heard may be absent
 */
public record Past(List<Alert> alerts, Map<UUID, Heard> heard) {

    public Past {
        alerts = List.copyOf(alerts);
        heard = Map.copyOf(heard);
    }

    Optional<Alert> of(Episode episode) {
        return alerts.stream().filter(alert -> alert.episode().equals(episode)).findFirst();
    }

    /** The older episodes that a new one puts an end to, whether people still wait for them or resolved them. */
    List<Alert> endedBy(Alert fresh) {
        return alerts.stream()
                .filter(alert -> alert.olderThan(fresh))
                .filter(alert -> alert.state().live() || alert.state() instanceof AlertState.Resolved)
                .toList();
    }

    /** The newest older episode that ended by itself, if it had not been over for so long when the new one began. */
    Optional<Alert> endedWithin(Duration time, Alert fresh) {
        return alerts.stream()
                .filter(alert -> alert.olderThan(fresh))
                .max(Alert.BY_AGE)
                .filter(alert -> alert.state() instanceof AlertState.Cleared cleared
                        && fresh.since().isBefore(cleared.at().plus(time)));
    }

    boolean hasNewerThan(Alert fresh) {
        return alerts.stream().anyMatch(fresh::olderThan);
    }

    Heard heardOf(UUID thread) {
        return heard.getOrDefault(thread, Heard.NOTHING);
    }
}
