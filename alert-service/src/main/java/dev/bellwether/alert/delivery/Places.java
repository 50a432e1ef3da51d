package dev.bellwether.alert.delivery;

import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;

/**
 * The places to which the messages of one channel go, such as the rooms of Slack: each has a pace, a pause and a circuit
 * of its own, so that one that is broken or busy stops no other. A channel whose messages all go through one door has
 * one place.
 */
final class Places {

    private static final String DOOR = "";

    /** Of many messages to one place most are passed over. */
    private static final int LOOK_FACTOR = 16;

    private final Place fresh;
    private final boolean apart;
    private final Map<String, Place> places = new ConcurrentHashMap<>();

    /**
     * @param apart whether every address is a place of its own
     * @param pace least time from the answer to one message to the next one to the same place
     * @param most messages on their way to a place that sets no pace, at least 1
     */
    Places(Circuit.Limits limits, boolean apart, Duration pace, int most) {
        this.fresh = new Place(Circuit.closed(limits), 0, Instant.EPOCH, pace, pace.isZero() ? most : 1);
        this.apart = apart;
    }

    /**
     * What is known of a place.
     *
     * @param answeredAt when the newest message to it was answered
     * @param most messages on their way to it at once
     */
    private record Place(Circuit circuit, int onTheirWay, Instant answeredAt, Duration pace, int most) {

        int room(Instant now) {
            return rest(now).isZero() ? Math.max(0, circuit.lets(most, now) - onTheirWay) : 0;
        }

        /** What its pace still asks for; nothing when the clock was set back. */
        Duration rest(Instant now) {
            Instant next = answeredAt.plus(pace);
            return now.isBefore(answeredAt) || !now.isBefore(next) ? Duration.ZERO : Duration.between(now, next);
        }

        Place begun() {
            return new Place(circuit, onTheirWay + 1, answeredAt, pace, most);
        }

        Place left() {
            return new Place(circuit, onTheirWay - 1, answeredAt, pace, most);
        }

        Place ended(Outcome outcome, Instant now) {
            return new Place(circuit.after(outcome, now), onTheirWay - 1, now, pace, most);
        }

        boolean isAsEver(Instant now) {
            return onTheirWay == 0 && circuit.isUntroubled(now) && rest(now).isZero();
        }
    }

    /** The least time from one message to the next one to the same place; zero where there is none. */
    Duration pace() {
        return fresh.pace();
    }

    /** Whether every address is a place of its own. */
    boolean apart() {
        return apart;
    }

    /** How many messages are looked through to find so many that may be sent now. */
    int lookThrough(int most) {
        return apart ? LOOK_FACTOR * most : most;
    }

    /** How many further messages may be on their way to an address now. */
    int room(String address, Instant now) {
        return places.getOrDefault(of(address), fresh).room(now);
    }

    /** The addresses to which nothing may be sent now. */
    Set<String> resting(Instant now) {
        return places.entrySet().stream()
                .filter(place -> place.getValue().room(now) == 0)
                .map(Map.Entry::getKey)
                .collect(Collectors.toUnmodifiableSet());
    }

    /** Whether nothing may be sent to anybody now. */
    boolean allRest(Instant now) {
        return !apart && room(DOOR, now) == 0;
    }

    /** A message to that address is on its way. */
    void begin(String address) {
        change(address, Place::begun);
    }

    /** It is not: nothing was sent. */
    void leave(String address) {
        change(address, Place::left);
    }

    /** This came of it. What is as if nothing had ever been sent there is forgotten. */
    void end(String address, Outcome outcome, Instant now) {
        change(address, place -> place.ended(outcome, now));
        places.values().removeIf(place -> place.isAsEver(now));
    }

    private void change(String address, UnaryOperator<Place> change) {
        places.compute(of(address), (name, place) -> change.apply(place == null ? fresh : place));
    }

    /** The place that an address is in. */
    String of(String address) {
        return apart ? address : DOOR;
    }

    /** How the worst of them is. */
    Circuit.State state(Instant now) {
        return places.values().stream()
                .map(place -> place.circuit().state(now))
                .max(Comparator.naturalOrder())
                .orElse(Circuit.State.CLOSED);
    }

    /** How long until one that keeps its pace may be written to again, at most so long. */
    Duration rest(Instant now, Duration longest) {
        return places.values().stream()
                .map(place -> place.rest(now))
                .filter(left -> !left.isZero() && left.compareTo(longest) < 0)
                .min(Comparator.naturalOrder())
                .orElse(longest);
    }
}
