package dev.bellwether.renewal.calendar;

import java.time.Instant;
import java.time.LocalDate;

/**
 * An event of a calendar: the last day on which a customer can say no.
 *
 * @param uid the same for as long as the term has one
 * @param sequence rises with every change
 */
record DecisionDay(
        String uid,
        LocalDate day,
        String summary,
        String description,
        boolean cancelled,
        int sequence,
        Instant changedAt) {}
