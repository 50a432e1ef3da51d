package dev.bellwether.alert.policy;

import dev.bellwether.contracts.Event;
import dev.bellwether.contracts.EventIds;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Comparator;

/**
 * Which of two accounts of the same thing is newer: the later one, the larger event id on a tie.
 *
 * @param at to the microsecond, which is what the database keeps: a version read back equals the one written
 */
public record Version(Instant at, String eventId) implements Comparable<Version> {

    private static final Comparator<Version> ORDER =
            Comparator.comparing(Version::at).thenComparing(Version::eventId, EventIds.ORDER);

    public Version {
        at = at.truncatedTo(ChronoUnit.MICROS);
    }

    /** The version that an event gives. */
    public static Version of(Event event) {
        return new Version(event.occurredAt(), event.id());
    }

    /** Whether this version replaces the other one. */
    public boolean newerThan(Version other) {
        return compareTo(other) > 0;
    }

    @Override
    public int compareTo(Version other) {
        return ORDER.compare(this, other);
    }
}
