package dev.bellwether.health.simulation;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Set;

/**
 * What a deployment has chosen: where its days turn, and whose uses and which events do not count; and what befell it.
 *
 * @param silences of its sources; none was filled later
 */
record Premises(ZoneId zone, Set<String> internalDomains, Set<String> ignoredEvents, List<Silence> silences) {

    Premises(ZoneId zone, Set<String> internalDomains, Set<String> ignoredEvents) {
        this(zone, internalDomains, ignoredEvents, List.of());
    }

    Premises with(List<Silence> more) {
        return new Premises(zone, internalDomains, ignoredEvents, more);
    }

    /** Whether the source is silent on that day. */
    boolean isSilent(String source, LocalDate day) {
        return !Silence.shown(silences, source, day).equals(day);
    }

    LocalDate dayOf(Instant instant) {
        return LocalDate.ofInstant(instant, zone);
    }
}
