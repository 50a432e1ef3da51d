package dev.bellwether.contracts.agreed;

import dev.bellwether.contracts.Period;
import java.time.LocalDate;

/**
 * A term that renewed before the one that is agreed now: because the source named the next one, or by itself.
 *
 * @param next as it was known then
 * @param decidedOn the day on which the next was named, or else the last of the term
 */
public record PastRenewal(Period term, Period next, LocalDate decidedOn) {}
