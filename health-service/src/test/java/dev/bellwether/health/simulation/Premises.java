package dev.bellwether.health.simulation;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Set;

/** What a deployment has chosen: where its days turn, and whose uses and which events do not count. */
record Premises(ZoneId zone, Set<String> internalDomains, Set<String> ignoredEvents) {

    LocalDate dayOf(Instant instant) {
        return LocalDate.ofInstant(instant, zone);
    }
}
