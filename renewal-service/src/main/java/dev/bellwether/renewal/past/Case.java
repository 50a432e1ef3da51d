package dev.bellwether.renewal.past;

import java.time.Instant;
import java.time.LocalDate;

/**
 * A past term at one of its milestones.
 *
 * @param until the end of the milestone's day
 */
record Case(Cases.Key contract, LocalDate endsOn, int days, Instant until, boolean renewed) {}
