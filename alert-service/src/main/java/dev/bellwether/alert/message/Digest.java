package dev.bellwether.alert.message;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;

/**
 * What changed in a day or a week for one person.
 *
 * @param day on which it is told, in the person's zone
 * @param from inclusive
 * @param until exclusive
 * @param entries the weightiest first; those that were held back say why
 * @param more how many further ones are not listed
 */
public record Digest(
        Period period, LocalDate day, ZoneId zone, Instant from, Instant until, List<Entry> entries, int more)
        implements Content {

    public Digest {
        entries = List.copyOf(entries);
    }

    /** How often. */
    public enum Period {
        DAILY,
        WEEKLY
    }
}
